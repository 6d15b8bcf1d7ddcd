def matmul(a, b):
    (ar, ac), (br, bc) = a.shape, b.shape
    c = torch.zeros(ar, bc)
    for i in range(ar):              # every row of a
        for j in range(bc):          # every column of b
            for k in range(ac):      # every term of the sum
                x, y = a[i, k], b[k, j]
                product = x * y
                total = c[i, j] + product
                c[i, j] = total
    return c
