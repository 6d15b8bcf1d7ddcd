def slope(f, x, h):
    dx = 2 * h
    dy = f(x + h) - f(x - h)
    return dy / dx
