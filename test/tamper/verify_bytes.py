#!/usr/bin/env python3
"""The byte layers of the verifier a second time: form, leaves and chains, signature, what somebody kept.

Written from docs/verifying.md and the formats it names, with Python's standard library and the openssl command for Ed25519; nothing
of the product is used. Usage: verify_bytes.py BUNDLE KEY [--known CHECKPOINT]... [--receipt FILE]...
Exit: 0 verified, 1 tampered, 2 cannot be judged. Replay and rows are not looked at.
"""
import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

SAFE = 2**53 - 1


class Tampered(Exception):
    pass


class CannotJudge(Exception):
    pass


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(entry):
    return sha256(b"\x00" + entry)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= SAFE


# --- one way to write everything -------------------------------------------------------------------------------------

def no_twins(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key stands there twice")
    return dict(pairs)


def whole(text):
    value = int(text)
    if abs(value) > SAFE:
        raise ValueError("a number beyond 2^53")
    return value


def refuse(text):
    raise ValueError(f"{text} is no number of ours")


def canonical(value):
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def read_json(data, what):
    try:
        text = data.decode("utf-8")
        value = json.loads(text, object_pairs_hook=no_twins, parse_int=whole, parse_float=refuse, parse_constant=refuse)
        if not isinstance(value, dict) or canonical(value) != text:
            raise ValueError("there is another way to write it")
        return value
    except (ValueError, UnicodeError, RecursionError) as error:
        raise Tampered(f"{what}: {error}") from None


def from_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None


def lines_of(path, what):
    data = open(path, "rb").read()
    if data and not data.endswith(b"\n"):
        raise Tampered(f"{what}: it does not end with a line")
    return data.split(b"\n")[:-1]


# --- signatures ------------------------------------------------------------------------------------------------------

def ed25519(public_key, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        def put(name, data):
            path = os.path.join(folder, name)
            open(path, "wb").write(data)
            return path
        der = bytes.fromhex("302a300506032b6570032100") + public_key
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", put("key", der), "-rawin",
                   "-in", put("message", message), "-sigfile", put("signature", signature)]
        return subprocess.run(command, capture_output=True).returncode == 0


class Key:
    def __init__(self, text):
        match = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)", text)
        data = from_base64(match[3]) if match else None
        if not data or len(data) != 33 or data[0] != 1:
            raise ValueError("no verifier key of a log")
        self.text, self.name, self.public = text, match[1], data[1:]
        self.id = sha256(self.name.encode() + b"\n" + data)[:4]
        if self.id.hex() != match[2]:
            raise ValueError("the id is not that of the key")


def read_note(data, what):
    """Text and signatures of a signed note; the text has to be a checkpoint: (text, origin, size, root, signatures)."""
    try:
        whole_note = data.decode("utf-8")
    except UnicodeError:
        raise Tampered(f"{what}: not UTF-8") from None
    end = whole_note.rfind("\n\n")
    if end < 1 or not whole_note.endswith("\n") or re.search("[\x00-\x09\x0b-\x1f]", whole_note):
        raise Tampered(f"{what}: no signed note")
    text, signatures = whole_note[: end + 1], []
    lines = whole_note[end + 2 : -1].split("\n")
    for line in lines:
        match = re.fullmatch(r"\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)", line)
        signature = from_base64(match[2]) if match else None
        if not signature or len(signature) <= 4 or len(lines) > 64:
            raise Tampered(f"{what}: no signature line")
        signatures.append((match[1], signature[:4], signature[4:]))
    parts = text.split("\n")
    root = from_base64(parts[2]) if len(parts) == 4 else None
    if not parts[0] or not root or len(root) != 32 or parts[3] != "" or not re.fullmatch(r"0|[1-9]\d{0,15}", parts[1]):
        raise Tampered(f"{what}: no checkpoint")
    size = int(parts[1])
    if size > SAFE:
        raise Tampered(f"{what}: a size beyond 2^53")
    return text, parts[0], size, root, signatures


def check_signature(note, keys, what):
    text, origin, _, _, signatures = note
    if origin not in {key.name for key in keys}:
        raise Tampered(f"{what}: of another log")
    own = [(key, signature) for key in keys for name, key_id, signature in signatures if (name, key_id) == (key.name, key.id)]
    if not own:
        raise Tampered(f"{what}: not signed by the key")
    for key, signature in own:
        if len(signature) != 64 or not ed25519(key.public, text.encode(), signature):
            raise Tampered(f"{what}: the signature is wrong")


def handed_over(payload, statement, follows):
    """The keys that both signed this statement, the first of which the other follows by name; None where they did not."""
    try:
        old, new = Key(payload["oldKey"]), Key(payload["newKey"])
        message = canonical({**statement, "oldKey": old.text, "newKey": new.text}).encode()
        signed = [(old, payload["signatureByOld"]), (new, payload["signatureByNew"])]
        ok = follows(old.name, new.name) and all(
            ed25519(key.public, message, from_base64(signature) or b"") for key, signature in signed)
    except (KeyError, TypeError, ValueError):
        ok = False
    return (old.text, new.text) if ok else None


def next_origin(origin):
    first, number = (re.fullmatch(r"(.+)/epoch-([1-9]\d{0,5})", origin) or re.fullmatch(r"(.+?)()", origin)).groups()
    return f"{first}/epoch-{int(number or 1) + 1}"


def follow_keys(held, entries):
    """The keys that the held one vouches for, all that are named, and whether the log that it is of has ended."""
    runs, ended = [], False
    for entry in entries:
        payload = entry["payload"]
        if entry["type"] == "SigningKeyIntroduced":
            if runs:
                raise Tampered("a key that the one before it did not sign")
            runs.append([payload.get("key")])
        if entry["type"] == "SigningKeyRotated":
            keys = handed_over(payload, {"statement": "assent/key-rotation/1"}, lambda old, new: old == new)
            if not keys or not runs or runs[-1][-1] != keys[0]:
                raise Tampered("a rotation that not both keys signed")
            runs[-1].append(keys[1])
        if entry["type"] == "HistoryLost":
            said = {name: payload.get(name) for name in ("signed", "left", "reason")}
            keys = handed_over(payload, {"statement": "assent/history-loss/1", **said}, lambda old, new: next_origin(old) == new)
            if not keys:
                raise Tampered("a loss that not both logs signed")
            if not runs or keys[0] not in runs[-1]:
                runs.append([keys[0]])
            ended = ended or held.text in runs[-1]
            runs.append([keys[1]])
    own = [run for run in runs if held.text in run]
    if runs and not own:
        raise Tampered("the log began with another key")
    others = lambda some: [held] + [Key(text) for run in some for text in run if text != held.text]
    return others(own), others(runs), ended


# --- entries and the tree --------------------------------------------------------------------------------------------

FIELDS = {"v", "stream", "sequence", "previous", "id", "type", "by", "at", "command", "nonce", "payload"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def read_entry(data, what):
    entry = read_json(data, what)
    if is_count(entry.get("v")) and entry["v"] != 1:
        raise CannotJudge(f"{what}: version {entry['v']}")
    by = entry.get("by")
    well = (
        entry.get("v") == 1
        and FIELDS <= set(entry) <= FIELDS | {"proposal", "version"}
        and all(isinstance(entry[key], str) for key in ("stream", "id", "type", "at", "command", "nonce"))
        and is_count(entry["sequence"]) and entry["sequence"] > 0
        and (entry["previous"] is None or re.fullmatch("[0-9a-f]{64}", str(entry["previous"])))
        and isinstance(by, dict) and all(isinstance(by.get(key), str) for key in ("person", "organisation", "role"))
        and MOMENT.fullmatch(entry["at"]) and re.fullmatch("[0-9a-f]{32}", entry["nonce"])
        and isinstance(entry["payload"], dict)
        and ("version" not in entry or is_count(entry["version"]))
        and ("proposal" not in entry or isinstance(entry["proposal"], str))
    )
    if not well:
        raise Tampered(f"{what}: its fields are not as they ought to be")
    named = f"proposal:{entry['proposal']}" if "proposal" in entry else entry["stream"]
    if entry["stream"] != named or (entry["stream"].startswith("proposal:") and not entry.get("proposal")):
        raise Tampered(f"{what}: another proposal than its stream")
    if (entry["sequence"] == 1) != (entry["previous"] is None):
        raise Tampered(f"{what}: only the first has none before it")
    return entry


class Tree:
    """Roots of perfect subtrees, largest first (RFC 9162 section 2.1)."""

    def __init__(self):
        self.size, self.roots = 0, []

    def append(self, leaf):
        index = self.size
        while index % 2 == 1:
            leaf, index = node_hash(self.roots.pop(), leaf), index // 2
        self.roots.append(leaf)
        self.size += 1

    def root(self):
        if not self.roots:
            return sha256(b"")
        *rest, root = self.roots
        for left in reversed(rest):
            root = node_hash(left, root)
        return root


def included(leaf, index, size, proof, root):
    """RFC 9162 section 2.1.3.2."""
    if index >= size:
        return False
    at, last, result = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if at % 2 == 1 or at == last:
            result = node_hash(sibling, result)
            while at % 2 == 0 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            result = node_hash(result, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and result == root


def walk(folder, sizes):
    """Every entry and every leaf: (size, root, roots at those sizes, entries of the stream ledger, bytes of all)."""
    leaves = open(os.path.join(folder, "leaves.bin"), "rb").read()
    tree, heads, roots, keys, everything = Tree(), {}, {0: sha256(b"")}, [], []
    for position, line in enumerate(lines_of(os.path.join(folder, "entries.jsonl"), "entries")):
        what = f"entry {position}"
        outer = read_json(line, what)
        data = from_base64(outer["bytes"]) if isinstance(outer.get("bytes"), str) else None
        if set(outer) != {"index", "stream", "sequence", "bytes"} or data is None:
            raise Tampered(f"{what}: a line of other fields")
        entry = read_entry(data, what)
        if (outer["stream"], outer["sequence"]) != (entry["stream"], entry["sequence"]) or outer["index"] != position:
            raise Tampered(f"{what}: in another place")
        leaf = leaf_hash(data)
        if leaves[position * 32 : position * 32 + 32] != leaf:
            raise Tampered(f"{what}: not what its leaf says")
        sequence, previous = heads.get(entry["stream"], (0, None))
        if entry["sequence"] != sequence + 1 or entry["previous"] != previous:
            raise Tampered(f"{what}: it does not follow in its stream")
        heads[entry["stream"]] = (entry["sequence"], leaf.hex())
        tree.append(leaf)
        everything.append(data)
        if tree.size in sizes:
            roots[tree.size] = tree.root()
        if entry["stream"] == "ledger":
            keys.append(entry)
    if len(leaves) != tree.size * 32:
        raise Tampered("leaves without entries")
    return tree.size, tree.root(), roots, keys, everything


# --- what somebody kept ----------------------------------------------------------------------------------------------

def read_receipt(data, what):
    try:
        text = data.decode("utf-8")
    except UnicodeError:
        raise Tampered(f"{what}: not UTF-8") from None
    end = text.find("\n\n")
    head, *lines = text[: max(end, 0)].split("\n")
    if head != "c2sp.org/tlog-proof@v1" or len(lines) < 2 or not lines[0].startswith("extra "):
        raise Tampered(f"{what}: no receipt")
    entry = from_base64(lines[0][6:])
    index = re.fullmatch(r"index (0|[1-9]\d{0,15})", lines[1])
    proof = [from_base64(line) for line in lines[2:]]
    if entry is None or not index or int(index[1]) > SAFE or len(proof) > 63 or any(not each or len(each) != 32 for each in proof):
        raise Tampered(f"{what}: no receipt")
    return entry, int(index[1]), proof, read_note(text[end + 2 :].encode(), what)


def check_receipt(receipt, keys, what):
    entry, index, proof, note = receipt
    check_signature(note, keys, what)
    if not included(leaf_hash(entry), index, note[2], proof, note[3]):
        raise Tampered(f"{what}: its proof does not lead to the root")
    read_entry(entry, what)


def as_evidence(check, what):
    """What is not genuine itself proves nothing."""
    try:
        return check()
    except Tampered as error:
        raise CannotJudge(f"{what} proves nothing: {error}") from None


def compare(note, size, roots, what):
    if note[2] > size:
        raise Tampered(f"{what}: entries were taken away")
    if roots.get(note[2]) != note[3]:
        raise Tampered(f"{what}: there are two histories")


# --- the bundle ------------------------------------------------------------------------------------------------------

def check_manifest(folder):
    path = os.path.join(folder, "manifest.json")
    if not os.path.isfile(path):
        raise CannotJudge("no complete bundle")
    lines = lines_of(path, "manifest")
    if len(lines) != 1:
        raise Tampered("manifest: one line")
    manifest = read_json(lines[0], "manifest")
    if manifest.get("format") != "assent-bundle/1":
        raise CannotJudge("another format") if isinstance(manifest.get("format"), str) else Tampered("manifest: no format")
    for name in ("entries.jsonl", "leaves.bin", "state.jsonl", "checkpoint"):
        if name not in manifest["files"] or not os.path.isfile(os.path.join(folder, name)):
            raise CannotJudge(f"no {name}")
    for name, measured in manifest["files"].items():
        data = open(os.path.join(folder, name), "rb").read()
        if measured != {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}:
            raise Tampered(f"{name}: not what the manifest was written for")
    return manifest["entries"]


def verify(folder, key, known, receipts):
    entries = check_manifest(folder)
    note = read_note(open(os.path.join(folder, "checkpoint"), "rb").read(), "checkpoint")
    kept = [(name, as_evidence(lambda name=name: read_note(open(name, "rb").read(), name), name)) for name in known]
    held = [(name, as_evidence(lambda name=name: read_receipt(open(name, "rb").read(), name), name)) for name in receipts]
    sizes = {each[2] for _, each in kept} | {each[3][2] for _, each in held}
    size, root, roots, key_entries, everything = walk(folder, sizes)
    if entries != size:
        raise Tampered("manifest: another number of entries")
    keys, named, ended = follow_keys(key, key_entries)
    is_of_next = ended and note[1] != key.name
    check_signature(note, named if is_of_next else keys, "checkpoint")
    if (note[2], note[3]) != (size, root):
        raise Tampered("the entries do not give the root that was signed")
    if is_of_next:
        raise CannotJudge("the log that the key is of has ended")
    for name, each in kept:
        as_evidence(lambda each=each, name=name: check_signature(each, named, name), name)
        compare(each, size, roots, name)
    for name, each in held:
        as_evidence(lambda each=each, name=name: check_receipt(each, named, name), name)
        if each[1] >= size or everything[each[1]] != each[0]:
            raise Tampered(f"{name}: the bundle shows another entry")
        compare(each[3], size, roots, name)
    return f"{size} entries"


def main(arguments):
    evidence, key, *rest = arguments
    options = list(zip(rest[::2], rest[1::2]))
    known = [value for name, value in options if name == "--known"]
    receipts = [value for name, value in options if name == "--receipt"]
    try:
        held = Key(key)
    except ValueError as error:
        raise CannotJudge(str(error)) from None
    if os.path.isdir(evidence):
        return verify(evidence, held, known, receipts)
    check_receipt(read_receipt(open(evidence, "rb").read(), evidence), [held], evidence)
    return "a receipt"


if __name__ == "__main__":
    try:
        print("verified:", main(sys.argv[1:]))
    except Tampered as error:
        print("tampered:", error)
        sys.exit(1)
    except CannotJudge as error:
        print("cannot be judged:", error)
        sys.exit(2)
