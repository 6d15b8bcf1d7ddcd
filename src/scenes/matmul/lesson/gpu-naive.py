@cuda.jit
def matmul(a, b, c):
    i, j = cuda.grid(2)
    if i < c.shape[0] and j < c.shape[1]:
        total = 0.
        for k in range(a.shape[1]):
            x, y = a[i, k], b[k, j]
            product = x * y
            total += product
        c[i, j] = total

TPB = 16
blocks = (math.ceil(ar / TPB), math.ceil(bc / TPB))
matmul[blocks, (TPB, TPB)](a, b, c)
