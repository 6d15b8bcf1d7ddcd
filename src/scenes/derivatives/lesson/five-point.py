def slope(f, x, h):
    dx = 12 * h
    dy = (-f(x + 2*h) + 8*f(x + h)
          - 8*f(x - h) + f(x - 2*h))
    return dy / dx
