def slope(f, x):
    # torch carries the slope along, as dual numbers do.
    dx = torch.tensor(1.)
    y, dy = torch.func.jvp(f, (x,), (dx,))
    return dy
