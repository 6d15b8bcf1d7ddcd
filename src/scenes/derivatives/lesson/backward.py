def slope(f, x, h):
    dx = h
    dy = f(x) - f(x - h)
    return dy / dx
