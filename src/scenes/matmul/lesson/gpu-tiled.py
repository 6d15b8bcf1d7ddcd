@cuda.jit
def matmul(a, b, c):
    tile_a = cuda.shared.array((TPB, TPB), float32)
    tile_b = cuda.shared.array((TPB, TPB), float32)
    i, j = cuda.grid(2)
    y, x = cuda.threadIdx.x, cuda.threadIdx.y
    total = 0.
    for first in range(0, a.shape[1], TPB):
        tile_a[y, x] = a[i, first + x]   # within the edges
        tile_b[y, x] = b[first + y, j]
        cuda.syncthreads()
        for k in range(TPB):
            product = tile_a[y, k] * tile_b[k, x]
            total += product
        cuda.syncthreads()
    if i < c.shape[0] and j < c.shape[1]:
        c[i, j] = total
