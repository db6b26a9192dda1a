"""Frames out of one namespace, and what arrives in another: word END marks what was sent.

probe.py listen              prints "ready"; when its input ends, each word that arrived
probe.py send FROM ROUND     reads targets as JSON from its input, sends every kind to each
"""

import json
import re
import socket
import struct
import sys
import threading
import time

DEVICE = "eth0"
OUTGOING = 4
ALL = 0x0003
GROUP4, GROUP6, EVERYBODY = "01:00:5e:01:02:03", "33:33:00:00:00:01", "ff:ff:ff:ff:ff:ff"


def mac(text):
    return bytes.fromhex(text.replace(":", ""))


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def udp4(source, target, port, word):
    body = struct.pack("!HHHH", port, 9999, 8 + len(word), 0) + word
    head = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(body), port, 0, 64, 17, 0,
                       socket.inet_aton(source), socket.inet_aton(target))
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + body


def udp6(source, target, port, word):
    ends = socket.inet_pton(socket.AF_INET6, source) + socket.inet_pton(socket.AF_INET6, target)
    body = struct.pack("!HHHH", port, 9999, 8 + len(word), 0) + word
    total = checksum(ends + struct.pack("!II", len(body), 17) + body)
    body = body[:6] + struct.pack("!H", total or 0xFFFF) + body[8:]
    return struct.pack("!IHBB", 6 << 28, len(body), 17, 64) + ends + body


def arp(me, target, word):
    return (struct.pack("!HHBBH", 1, 0x0800, 6, 4, 1) + mac(me["mac"]) + socket.inet_aton(me["ip4"])
            + b"\0" * 6 + socket.inet_aton(target["ip4"]) + word)


def frames(me, them, port):
    """Name of a kind, and its frame's target, type and body."""
    def word(kind):
        return ("<%s>%s>%s>END" % (me["name"], kind, them["name"])).encode()

    yield "routed4", me["router"], 0x0800, udp4(me["ip4"], them["ip4"], port, word("routed4"))
    yield "routed6", me["router"], 0x86DD, udp6(me["ip6"], them["ip6"], port, word("routed6"))
    if "lie4" in them:
        yield "lie4", me["router"], 0x0800, udp4(them["lie4"], them["ip4"], port, word("lie4"))
        return
    yield "direct4", them["mac"], 0x0800, udp4(me["ip4"], them["ip4"], port, word("direct4"))
    yield "direct6", them["mac"], 0x86DD, udp6(me["ip6"], them["ip6"], port, word("direct6"))
    yield "arp", EVERYBODY, 0x0806, arp(me, them, word("arp"))
    yield "multicast4", GROUP4, 0x0800, udp4(me["ip4"], "239.1.2.3", port, word("multicast4"))
    yield "multicast6", GROUP6, 0x86DD, udp6(me["ip6"], "ff02::1", port, word("multicast6"))
    yield "unknown", EVERYBODY, 0x88B5, word("unknown")
    tagged = struct.pack("!HH", them["segment"], 0x0800)
    tagged += udp4(me["ip4"], them["ip4"], port, word("tagged"))
    yield "tagged", them["mac"], 0x8100, tagged
    double = struct.pack("!HHHH", me["segment"], 0x8100, them["segment"], 0x0800)
    double += udp4(me["ip4"], them["ip4"], port, word("twice-tagged"))
    yield "twice-tagged", them["mac"], 0x88A8, double


def send(asked, port):
    me = asked["me"]
    out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
    out.bind((DEVICE, 0))
    for them in asked["them"]:
        for _, target, kind, body in frames(me, them, port):
            frame = mac(target) + mac(me["mac"]) + struct.pack("!H", kind) + body
            out.send(frame.ljust(60, b"\0"))
    # an ordinary program's way: the kernel asks for neighbours itself
    for them in asked["them"]:
        for family, key in ((socket.AF_INET, "ip4"), (socket.AF_INET6, "ip6")):
            word = "<%s>plain%s>%s>END" % (me["name"], key[2], them["name"])
            plain = socket.socket(family, socket.SOCK_DGRAM)
            plain.sendto(word.encode(), (them[key], 9999))
    time.sleep(0.3)


def listen():
    heard = set()
    inlet = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL))
    inlet.bind((DEVICE, ALL))

    def run():
        while True:
            frame, origin = inlet.recvfrom(4096)
            if origin[2] != OUTGOING:
                heard.update(w.decode() for w in re.findall(rb"<[a-z0-9]+>[a-z0-9-]+>[a-z0-9]+>END", frame))

    threading.Thread(target=run, daemon=True).start()
    print("ready", flush=True)
    sys.stdin.read()
    print("\n".join(sorted(heard)), flush=True)


if sys.argv[1] == "listen":
    listen()
else:
    send(json.load(sys.stdin), int(sys.argv[2]))
