def matmul(a, b):
    # Letters that come twice are multiplied,
    # letters that the result lacks are summed.
    return torch.einsum('ik,kj->ij', a, b)
