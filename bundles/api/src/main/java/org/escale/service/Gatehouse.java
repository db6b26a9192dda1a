package org.escale.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.access.SessionHandle;
import org.escale.caller.Caller;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The gateways as those who look after them see them: the operator all, a desk its own centre's.
 * Who somebody is, is told to the centre alone. Every answer comes from memory or the store and
 * never waits for gear. {@code NOT_ALLOWED} by role, {@code NOT_FOUND} for a gateway that is not
 * there or not for this caller. Safe for many threads.
 */
@ProviderType
public interface Gatehouse {
  /** What is wrong at a gateway. */
  enum Fault {
    /** It does not answer. */
    DOWN,
    /** What it is to be told waits for longer than 30 s. */
    WAITING,
    /** Sessions are being cut for longer than 60 s. */
    CUTTING,
    /** No more than 64 channels are left for companies. */
    CHANNELS,
    /** Its box says that it is not well, or says nothing for longer than 5 minutes. */
    BOX
  }

  /** A fault, and how many things it concerns. */
  record Alarm(Fault fault, int count) {}

  /**
   * How a gateway stands, as it was seen last; it is looked at every 5 s.
   *
   * @param up whether it answered
   * @param since since when it has been so, as far as this process has seen
   * @param heard its last sign of life
   * @param alive sessions alive at the gear
   * @param waiting messages that it has not taken yet
   * @param text a sentence of its driver for its operator
   */
  record Standing(
      GatewayId id,
      CentreId centre,
      String driver,
      boolean up,
      Optional<Instant> since,
      Optional<Instant> heard,
      int alive,
      int waiting,
      List<Alarm> alarms,
      String text) {
    /** Copies the list. */
    public Standing {
      alarms = List.copyOf(alarms);
    }
  }

  /** Which session it is, and whose; told to the centre alone. */
  record Whose(GrantId session, VisitId visit, Pseudonym person) {}

  /**
   * A session that is not over.
   *
   * @param handle by which it is ended; says nothing of anybody
   * @param company a pseudonym
   */
  record Live(
      SessionHandle handle,
      Session.State state,
      int segment,
      Pseudonym company,
      Instant from,
      Instant until,
      Optional<Whose> whose) {}

  /** A channel that a company has, and how many sessions live there. */
  record Channel(int number, Pseudonym company, int sessions) {}

  /** The channels of a centre: the range they are drawn from, and those that are drawn. */
  record Channels(int first, int last, List<Channel> drawn) {
    /** Copies the list. */
    public Channels {
      drawn = List.copyOf(drawn);
    }
  }

  /** What happened. */
  enum Kind {
    /** It answers again. */
    UP,
    /** It answers no longer. */
    DOWN,
    /** A fault began; the text is its name. */
    ALARM,
    /** A fault is over; the text is its name. */
    CALM,
    /** A session began. */
    BEGAN,
    /** An operator ended a session; the text is the {@link Session.Reason}. */
    CUT,
    /**
     * A session ended; the text says what ended its visit, as far as it is over, or {@code CUT}.
     */
    ENDED
  }

  /** Something that happened at a gateway; which session it concerns, for its centre alone. */
  record Happening(Instant at, Kind kind, Optional<GrantId> session, String text) {}

  /** All gateways that the caller may see, by centre and id. */
  Outcome<List<Standing>> gateways(Caller caller);

  /** The sessions of its centre that are not over, the newest first. */
  Outcome<List<Live>> sessions(Caller caller, GatewayId gateway);

  /**
   * Ends a session of its centre, for good: its right is gone at once, and it is cut until there is
   * proof. The visit stays as it is. A session that is being cut stays so, whoever asks how often;
   * {@code NOT_FOUND} for one that is over, or of another centre. Who did it, and why, is audited.
   */
  Outcome<Live> end(Caller caller, GatewayId gateway, SessionHandle session, Session.Reason reason);

  /** The channels of its centre. */
  Outcome<Channels> channels(Caller caller, GatewayId gateway);

  /**
   * What happened in the last 24 h, the newest first, at most 1000: sessions as they are kept, the
   * rest since this process began.
   */
  Outcome<List<Happening>> happenings(Caller caller, GatewayId gateway);
}
