package org.escale.service;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.escale.access.Box;
import org.escale.access.BoxPlan;
import org.escale.access.GatewayId;
import org.escale.access.LineSamples;
import org.escale.caller.Caller;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The boxes that set themselves up. After its enrolment a box signs each request with the key that
 * it made itself, and the hub signs what it tells the box; neither believes the line. Rows are read
 * by Lookup. Safe for many threads.
 */
@ProviderType
public interface Boxes {
  /** How long a token counts, in hours. */
  int TOKEN_HOURS = 72;

  /** By which name devices know every box of this federation in 802.1X. */
  String DEVICES_NAME = "wifi.escale.internal";

  /** How far a box's clock may be off, in seconds, for its requests to be believed. */
  int CLOCK_SECONDS = 120;

  /**
   * A token, shown once.
   *
   * @param text 43 characters
   * @param until when it ends
   * @param hubPrint SHA-256 of the hub's public key, 64 hexadecimal digits: by it a box knows the
   *     hub when it comes first
   */
  record Ticket(GatewayId box, CentreId centre, String text, Instant until, String hubPrint) {}

  /**
   * What the hub shows boxes where they speak RADIUS over TLS: kept nowhere.
   *
   * @param certificate for that host, signed by the authority of the boxes, and the authority, PEM
   * @param key PKCS#8, PEM
   * @param authority by which boxes are known, PEM
   */
  record HubKeys(String certificate, String key, String authority) {
    /** Never the key. */
    @Override
    public String toString() {
      return "keys of the hub";
    }
  }

  /**
   * What a box learns at its enrolment.
   *
   * @param hubKey by which it knows the hub's words (Ed25519, X.509, base64)
   * @param certificate for its own key, PEM: what it shows where TLS asks who it is
   * @param authority the certificate of whoever signed that, PEM
   */
  record Enrolled(
      GatewayId box, CentreId centre, String hubKey, String certificate, String authority) {}

  /**
   * A request of a box.
   *
   * @param at by the box's clock
   * @param what method and path: {@code POST /gateways/b/events}
   * @param body as it came; empty where there is none
   * @param signature Ed25519 over {@link #signed}, base64
   */
  record Request(GatewayId box, Instant at, String what, String body, String signature) {
    /** The text that is signed: what, when, and the body, a line each. */
    public String signed() {
      return what + "\n" + at + "\n" + body;
    }
  }

  /**
   * A text that the hub signed.
   *
   * @param digest SHA-256 of the text, 64 hexadecimal digits
   * @param signature Ed25519 over the text, base64
   */
  record Signed(String text, String digest, String signature) {}

  /**
   * What is held back because a box is cut off: of credits, and of so many people's budgets;
   * nothing while it is heard.
   */
  record Held(Money credit, int budgets) {}

  /** So long a box waits for a change at most, in seconds: less than what proxies cut off. */
  int CHANGE_SECONDS = 25;

  /** So many boxes wait for a change at once. */
  int CHANGE_WAITING = 1000;

  /** So many bytes a box may move in an hour to measure its line, both ways together. */
  int LINE_BYTES = 8 * 1024 * 1024;

  /** So many bytes it may move at once. */
  int LINE_PIECE = 1024 * 1024;

  /**
   * What a box says of itself; see {@link org.escale.access.BoxReport}.
   *
   * @param sample its last sample of the line; the same may come with many signs of life
   */
  record Beat(String applied, boolean well, String text, Optional<LineSamples.Sample> sample) {}

  /**
   * Something that a box saw, under its own growing number.
   *
   * @param kind {@code START, ALIVE, STOP} as of every gateway, or {@code ADMIT}: it let somebody
   *     in by itself while its line was away
   * @param place of an {@code ADMIT}: {@code booking/} or {@code desk/} and the id; else empty
   */
  record Seen(long sequence, String kind, String grant, Instant at, String place) {
    /** As of every gateway. */
    public Seen(long sequence, String kind, String grant, Instant at) {
      this(sequence, kind, grant, at, "");
    }
  }

  /**
   * What a centre ceded to its boxes.
   *
   * @param boxes how many desks to each that is expected or known
   * @param desks which ones these are now: the hub sells them to nobody ahead
   * @param cutSince since when no box of it is heard; then the boxes alone give them away
   */
  record Ceded(
      CentreId centre,
      SortedMap<String, Integer> boxes,
      List<SpaceId> desks,
      Optional<Instant> cutSince) {
    /** Copies the lists. */
    public Ceded {
      boxes = Collections.unmodifiableSortedMap(new TreeMap<>(boxes));
      desks = List.copyOf(desks);
    }
  }

  /**
   * Expects a box at a centre, or the same box again after a repair: whatever it was known by
   * before counts no more. {@code NOT_ALLOWED, NOT_FOUND, INVALID_FIELD}; {@code WRONG_STATE} as
   * for {@link #cede}.
   */
  Outcome<Ticket> expect(Caller caller, GatewayId id, CentreId centre, BoxPlan plan);

  /**
   * Cedes so many desks to a box, 0 to 500, over that revision of it. {@code NOT_ALLOWED,
   * NOT_FOUND, INVALID_FIELD, CHANGED_MEANWHILE}; {@code WRONG_STATE} with {@code bookings} while
   * somebody has a desk that would be ceded, with {@code state} for a box that is revoked, with
   * {@code silentSince} for fewer than a box has that is not heard.
   */
  Outcome<Kept<Box>> cede(Caller caller, GatewayId id, int desks, long revision);

  /** What a centre ceded: to its desk, and to the operator. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<Ceded> ceded(Caller caller, CentreId centre);

  /** Believes it no longer. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<GatewayId> revoke(Caller caller, GatewayId id);

  /**
   * Fresh keys for RADIUS over TLS at that host, a name or an IPv4 address, as boxes believe it;
   * for five years. {@code NOT_ALLOWED, INVALID_FIELD}.
   */
  Outcome<HubKeys> hubKeys(Caller caller, String host);

  /**
   * A fresh certificate, PEM, signed: the one before counts until its end. For the box's own key;
   * or where the request's body is a public key on P-256 (X.509, base64), for that key towards
   * devices ({@link #DEVICES_NAME}), and whoever signed it. {@code NOT_FOUND, INVALID_FIELD}.
   */
  Outcome<Signed> certificate(Request request);

  /**
   * The certificate by which devices know boxes, PEM: the same whenever it is asked for, also
   * before the first box.
   */
  Outcome<String> deviceAuthority();

  /**
   * A box comes with its token and a public key that it made. {@code NOT_FOUND} for a token that
   * was used with another key, has ended or never was; {@code INVALID_FIELD}.
   */
  Outcome<Enrolled> enrol(String token, String publicKey);

  /** The configuration of a box, the same text while its facts are the same. {@code NOT_FOUND}. */
  Outcome<Signed> configuration(Request request);

  /** Who may go on while the line is away, as of now. {@code NOT_FOUND}. */
  Outcome<Signed> entitlements(Request request);

  /**
   * Whether who is checked in at the box's centre is no longer what the box knows: answered as soon
   * as it is so, or no after {@link #CHANGE_SECONDS}. Nobody's thread waits; one waits for each
   * box, and an older one is told no. {@code NOT_FOUND}, also once the box is believed no longer;
   * {@code INVALID_FIELD}; {@code TEMPORARILY_UNAVAILABLE} where {@link #CHANGE_WAITING} wait.
   *
   * @param known SHA-256 of the {@code grant} lines of its list, 64 hexadecimal digits
   */
  CompletionStage<Outcome<Boolean>> changed(Request request, String known);

  /**
   * Whether a box may move so many bytes, 0 to {@link #LINE_PIECE}, to measure its line; the number
   * itself. {@code NOT_FOUND, INVALID_FIELD, TOO_MANY_REQUESTS}.
   */
  Outcome<Integer> line(Request request, int bytes);

  /** Asks a box to measure its line at its next round. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<GatewayId> measure(Caller caller, GatewayId id);

  /** A sign of life. {@code NOT_FOUND, INVALID_FIELD, TEMPORARILY_UNAVAILABLE}. */
  Outcome<GatewayId> beat(Request request, Beat beat);

  /**
   * Takes what a box saw, each once however often it is told; the highest number that is on disk.
   * {@code NOT_FOUND, INVALID_FIELD, TEMPORARILY_UNAVAILABLE}.
   */
  Outcome<Long> seen(Request request, List<Seen> events);

  /** What is held back now for that box, known or not; {@code NOT_ALLOWED}. */
  Outcome<Held> held(Caller caller, GatewayId box);
}
