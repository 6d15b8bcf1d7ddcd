def matmul(a, b):
    (ar, ac), (br, bc) = a.shape, b.shape
    c = torch.zeros(ar, bc)
    for i in range(ar):
        row = a[i, :, None]          # (ac, 1)
        products = row * b           # (ac, 1) * (ac, bc) -> (ac, bc)
        total = products.sum(dim=0)  # (bc,)
        c[i] = total
    return c
