def matmul(a, b):
    (ar, ac), (br, bc) = a.shape, b.shape
    c = torch.zeros(ar, bc)
    for i in range(ar):
        for j in range(bc):
            row, column = a[i, :], b[:, j]
            products = row * column
            total = products.sum()
            c[i, j] = total
    return c
