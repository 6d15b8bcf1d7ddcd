import math
import torch

def gaussian(d, bandwidth):
    height = 1 / (bandwidth * math.sqrt(2 * math.pi))
    return height * torch.exp(-0.5 * (d / bandwidth)**2)

def step(X, bandwidth=2.5, batch=1500):
    for begin in range(0, len(X), batch):
        x = X[begin:begin + batch]            # (b, 2)
        difference = X[None] - x[:, None]     # (b, n, 2)
        distance = (difference**2).sum(-1).sqrt()
        weight = gaussian(distance, bandwidth)  # (b, n)
        total = (weight[..., None] * X[None]).sum(1)
        mean = total / weight.sum(1, keepdim=True)
        X[begin:begin + batch] = mean         # in place
