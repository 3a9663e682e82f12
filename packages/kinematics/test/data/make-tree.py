"""Writes tree.json, a ROOT file in base64 for root.test.ts (uproot 5.7.7, awkward 2)."""

import base64
import json
import os

import awkward as ak
import numpy as np
import uproot

n = 40
counts = np.arange(n) % 4
px = ak.unflatten(np.arange(counts.sum()) / 8 - 3, counts)
with uproot.recreate("tree.root", compression=uproot.ZLIB(4)) as file:
    tree = file.mktree(
        "events", {"run": "int32", "weight": "float64", "theta": "float32", "long": "int64", "px": "var * float64"}
    )
    half = n // 2
    for part in (slice(0, half), slice(half, n)):  # two baskets a branch
        i = np.arange(n)[part]
        tree.extend(
            {
                "run": (i * 3).astype(np.int32),
                "weight": np.sqrt(i),
                "theta": (i / 4).astype(np.float32),
                "long": i.astype(np.int64) * 2**33,
                "px": px[part],
            }
        )

with open("tree.root", "rb") as file:
    text = base64.b64encode(file.read()).decode()
os.remove("tree.root")
with open("tree.json", "w") as file:
    json.dump({"source": "make-tree.py, uproot 5.7.7", "base64": text}, file)
