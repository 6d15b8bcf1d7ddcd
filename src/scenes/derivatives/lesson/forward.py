def slope(f, x, h):
    dx = h
    dy = f(x + h) - f(x)
    return dy / dx
