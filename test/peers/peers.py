"""What other programs make of our files, and files of theirs: python peers.py PEER FOLDER.

Reads what the test wrote into the folder, writes its own files there, and prints one JSON value.
"""

import json
import os
import sys

peer, folder = sys.argv[1:]


def at(name):
    return os.path.join(folder, name)


def lhe():
    import pylhe

    file = pylhe.LHEFile.fromfile(at("ours.lhe"), generator=False)
    names = ["id", "status", "mother1", "mother2", "px", "py", "pz", "e", "m"]
    events = [
        {
            "weight": event.eventinfo.weight,
            "particles": [[getattr(p, name) for name in names] for p in event.particles],
        }
        for event in file.events
    ]
    with open(at("theirs.lhe"), "w") as out:
        out.write(file.tolhe())
    return events


def snippet():
    """Runs what a page says in Python in the folder; the value of its last expression as lists."""
    import ast

    os.chdir(folder)
    with open("snippet.py") as text:
        *before, last = ast.parse(text.read()).body
    names = {}
    exec(compile(ast.Module(before, []), "snippet.py", "exec"), names)
    value = eval(compile(ast.Expression(last.value), "snippet.py", "eval"), names)
    if hasattr(value, "values"):  # a histogram, with its flow bins
        return value.values(flow=True).tolist()
    return value.to_list() if hasattr(value, "to_list") else value


def columns():
    import polars as pl
    import pyarrow as pa
    import pyarrow.parquet as pq

    with open(at("ours.arrow"), "rb") as data:
        table = pa.ipc.open_stream(data).read_all()
    read = {
        "arrow": table.to_pylist(),
        "parquet": pq.read_table(at("ours.parquet")).to_pylist(),
        "polars": pl.read_parquet(at("ours.parquet")).to_dicts(),
    }
    with open(at("theirs.arrow"), "wb") as out, pa.ipc.new_stream(out, table.schema) as writer:
        writer.write_table(table)
    flat = pq.read_table(at("ours.parquet"))
    for codec in ["none", "snappy", "gzip", "zstd", "lz4"]:
        pq.write_table(flat, at(f"pyarrow-{codec}.parquet"), compression=codec)
    pl.read_parquet(at("ours.parquet")).write_parquet(at("polars.parquet"))
    return read


def condor():
    import htcondor2

    with open(at("scan.sub")) as text:
        submit = htcondor2.Submit(text.read())
    names = ["executable", "arguments", "output", "error", "log", "batch_name", "request_memory", "MY.JobFlavour"]
    return {"queue": submit.getQArgs(), "commands": {name: submit.expand(name) for name in names}}


def root():
    import awkward as ak
    import numpy as np
    import uproot

    with open(at("events.json")) as text:
        events = json.load(text)
    tree = {
        "px": ak.Array(events["px"]),
        "pdgId": ak.Array([np.array(ids, dtype=np.int32) for ids in events["pdgId"]]),
        "weight": np.array(events["weight"]),
        "number": np.array(events["number"], dtype=np.int64),
    }
    with uproot.recreate(at("theirs.root")) as file:
        file.mktree("events", {name: ak.type(ak.Array(column)).content for name, column in tree.items()})
        file["events"].extend(tree)
    with uproot.recreate(at("ntuple.root")) as file:
        file.mkrntuple("events", tree)
    return uproot.__version__


def hepdata():
    from hepdata_validator.full_submission_validator import FullSubmissionValidator

    names = sorted(name for name in os.listdir(folder) if os.path.isdir(at(name)))
    return {name: FullSubmissionValidator().validate(directory=at(name)) for name in names}


def workspaces():
    import pyhf
    from pyhf import writexml

    with open(at("ours.json")) as text:
        workspace = pyhf.Workspace(json.load(text))
    model = workspace.model()
    data = workspace.data(model)
    renamed = workspace.rename(channels={"singlechannel": "another"}, measurements={"measurement": "second"})
    with open(at("theirs.json"), "w") as out:
        json.dump(pyhf.Workspace.combine(workspace, renamed, join="none"), out)
    os.makedirs(at("xml/data"), exist_ok=True)
    here = os.getcwd()
    os.chdir(folder)
    with open(at("combination.xml"), "wb") as out:
        out.write(writexml.writexml(workspace, at("xml"), at("xml/data"), "hist"))
    os.chdir(here)
    return {
        "digest": pyhf.utils.digest(workspace),
        "cls": float(pyhf.infer.hypotest(1.0, data, model)),
        "value": float(-2 * model.logpdf(model.config.suggested_init(), data)[0]),
    }


asked = {
    "lhe": lhe,
    "snippet": snippet,
    "columns": columns,
    "root": root,
    "hepdata": hepdata,
    "workspaces": workspaces,
    "condor": condor,
}
print(json.dumps(asked[peer]()))
