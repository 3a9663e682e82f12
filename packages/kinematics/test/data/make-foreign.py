"""Writes foreign.json: small files of other programs (uproot, pyarrow, polars), base64, that the readers must take or refuse.

pip install uproot==5.* awkward pyarrow polars; then python make-foreign.py
"""

import base64
import io
import json
import os

import awkward as ak
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import uproot

files = {}


def keep(name, data):
    files[name] = base64.b64encode(data).decode()


def root(write):
    path = "/tmp/make-foreign.root"
    with uproot.recreate(path) as f:
        write(f)
    with open(path, "rb") as f:
        data = f.read()
    os.remove(path)
    return data


n = 12
columns = {
    "m": np.arange(n) / 4,
    "long": np.array([-3_000_000_000 - i * 2**33 for i in range(n)], dtype=np.int64),
    "unsigned": np.arange(n, dtype=np.uint32) * 300_000_000,
    "px": ak.Array([[float(j) for j in range(i % 4)] for i in range(n)]),
}
words = {"word": ak.Array(["a" * (i % 3) for i in range(n)]), "nested": ak.Array([[[1.0, 2.0], [3.0]]] * n)}


def rntuple(f):
    f["events"] = {**columns, **words}


def two_baskets(f):
    f.mktree("folder/events", {k: (v.dtype if hasattr(v, "dtype") else ak.type(v).content) for k, v in columns.items()})
    f["folder/events"].extend({k: v[:7] for k, v in columns.items()})
    f["folder/events"].extend({k: v[7:] for k, v in columns.items()})


def no_entries(f):
    f.mktree("events", {"m": "f8"})


keep("rntuple.root", root(rntuple))
keep("two-baskets.root", root(two_baskets))
keep("no-entries.root", root(no_entries))

fields = ["pdgId", "status", "mother", "px", "py", "pz", "e", "m", "vx", "vy", "vz", "vt"]
rows = {"weight": [1.0, 2.5], **{f: [[22], [11, -11]] for f in fields}}
rows["status"] = [[1], [2, 1]]
rows["mother"] = [[-1], [-1, 0]]


def parquet(table, **options):
    out = io.BytesIO()
    pq.write_table(table, out, **options)
    return out.getvalue()


table = pa.table(rows)
for codec in ["none", "snappy", "gzip", "brotli", "lz4", "zstd"]:
    keep(f"{codec}.parquet", parquet(table, compression=codec))
out = io.BytesIO()
pl.DataFrame(rows).write_parquet(out)
keep("polars.parquet", out.getvalue())
keep("null-weight.parquet", parquet(pa.table({**rows, "weight": [1.0, None]})))
keep("null-list.parquet", parquet(pa.table({**rows, "px": [[1.0], None]})))
keep("null-value.parquet", parquet(pa.table({**rows, "px": [[1.0], [None, 2.0]]})))
keep("ragged.parquet", parquet(pa.table({**rows, "e": [[1.0], [1.0, 2.0, 3.0]]})))
keep("part-pdg.parquet", parquet(pa.table({**rows, "pdgId": [[22.0], [11.5, -11.0]]})))
keep("wide-status.parquet", parquet(pa.table({**rows, "status": [[300], [1, 1]]})))
keep("text.parquet", parquet(pa.table({**rows, "pz": [["1"], ["1", "2"]]})))
keep("flat.parquet", parquet(pa.table({**rows, "pz": [1.0, 2.0]})))

struct = pa.struct([(f, pa.int64() if f in fields[:3] else pa.float32() if f == "m" else pa.float64()) for f in fields])
particle = lambda i, k: {f: rows[f][i][k] for f in fields}
listed = [[particle(0, 0)], [particle(1, 0), particle(1, 1)]]


def ipc(particles, weight=(1.0, 2.5), **options):
    table = pa.table({"weight": pa.array(weight), "particles": particles})
    out = io.BytesIO()
    with pa.ipc.new_stream(out, table.schema, options=pa.ipc.IpcWriteOptions(**options)) as writer:
        writer.write_table(table)
    return out.getvalue()


keep("wide.arrow", ipc(pa.array(listed, pa.list_(struct))))
keep("large.arrow", ipc(pa.array(listed, pa.large_list(struct))))
keep("zstd.arrow", ipc(pa.array(listed, pa.list_(struct)), compression="zstd"))
keep("null.arrow", ipc(pa.array([listed[0], [None, particle(1, 1)]], pa.list_(struct))))
keep("null-field.arrow", ipc(pa.array([listed[0], [{**particle(1, 0), "px": None}, particle(1, 1)]], pa.list_(struct))))
keep("null-list.arrow", ipc(pa.array([listed[0], None], pa.list_(struct))))
keep("numbers.arrow", ipc(pa.array([1.0, 2.0])))

made = {"made_by": f"uproot {uproot.__version__}, awkward {ak.__version__}, pyarrow {pa.__version__}, polars {pl.__version__}"}
with open(os.path.join(os.path.dirname(__file__), "foreign.json"), "w") as f:
    json.dump({**made, "files": files}, f, indent=1)
    f.write("\n")
print({k: len(v) for k, v in files.items()})
