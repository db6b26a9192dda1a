package org.escale.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.caller.Caller;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Brings a system that a centre keeps into the federation, step by step: what it wants to be told,
 * what is found there, and at last the connection. Nothing is kept before that, and no secret is
 * ever given back.
 */
@ProviderType
public interface Onboarding {
  /**
   * A kind of system that can be connected now.
   *
   * @param name as {@link InstalledAdapter#kind} names it
   * @param settings what has to be told, in the order in which a person is asked
   */
  record Kind(String name, List<Asked> settings) {
    /** Copies the list. */
    public Kind {
      settings = List.copyOf(settings);
    }
  }

  /**
   * One setting.
   *
   * @param text what it means, in a sentence
   * @param secret whether it is kept encrypted and never shown
   * @param preset what it is when left out; empty if it must be given
   */
  record Asked(String name, String text, boolean secret, Optional<String> preset) {}

  /** What is done with a system, in this order. */
  enum Stage {
    /** Whether anybody answers. */
    GREET,
    /** Which places it has. */
    LIST,
    /** Which place may be which of our spaces. */
    MATCH,
    /** What it can do for one of them, by trying. */
    TRY,
    /** How long its busy times take to be read. */
    READ,
    /** Its adapter is installed. */
    INSTALL,
    /** Who decides on one of the spaces from now on. */
    DECIDE
  }

  /**
   * How one step went.
   *
   * @param space on which it was done, where it was on one
   * @param came what came of it, in a sentence of ours
   */
  record Step(Stage stage, Optional<SpaceId> space, boolean well, String came, Duration took) {}

  /** A place of the system, as it calls it, and its name for people. */
  record Place(String ref, String name) {}

  /**
   * One of our spaces, and the place that may be it.
   *
   * @param place empty where nothing looks like it, or more than one thing does
   * @param earned the best truth mode that was proven there; empty if nothing was
   * @param ahead bookings ahead, with which it does not pass between our calendar and the centre's
   */
  record Fit(
      SpaceId space,
      Optional<String> place,
      Optional<TruthMode> earned,
      Map<String, String> findings,
      int ahead) {
    /** Copies the findings. */
    public Fit {
      findings = Map.copyOf(findings);
    }
  }

  /**
   * What could be connected.
   *
   * @param listed whether the system can list its places; else a person types them
   * @param fits all spaces of the centre that no system keeps
   * @param poll how often it had better be read: what was wished, or ten times what reading took
   * @param safety places of each kind to hold back, because it is read late
   * @param skew how far its clock is ahead of ours, where it tells it
   */
  record Proposal(
      List<Step> steps,
      boolean listed,
      List<Place> places,
      List<Fit> fits,
      Duration poll,
      int safety,
      Optional<Duration> skew) {
    /** Copies the lists. */
    public Proposal {
      steps = List.copyOf(steps);
      places = List.copyOf(places);
      fits = List.copyOf(fits);
    }
  }

  /**
   * What was connected.
   *
   * @param refused by space: why its truth mode stays as it was
   */
  record Connected(
      Kept<InstalledAdapter> adapter, List<Step> steps, Map<SpaceId, Refusal> refused) {
    /** Copies both. */
    public Connected {
      steps = List.copyOf(steps);
      refused = Map.copyOf(refused);
    }
  }

  /**
   * What would be read of one space now, and what that would change.
   *
   * @param read entries that stand there
   * @param ours those of them that are our bookings
   * @param fresh foreign times that would come
   * @param changed foreign times that are other ones now
   * @param gone foreign times that would go
   */
  record Outlook(SpaceId space, int read, int ours, int fresh, int changed, int gone) {}

  /**
   * What would happen with an installed system; nothing did.
   *
   * @param waiting messages that would be told to it
   * @param aside messages that are set aside
   */
  record Rehearsal(
      List<Step> steps, List<Outlook> spaces, Optional<Duration> skew, int waiting, int aside) {
    /** Copies the lists. */
    public Rehearsal {
      steps = List.copyOf(steps);
      spaces = List.copyOf(spaces);
    }
  }

  /** The kinds whose adapters are here, by name. {@code NOT_ALLOWED}. */
  Outcome<List<Kind>> kinds(Caller caller);

  /**
   * Whether a system could be asked with these settings; asks nothing of the outside. Answers the
   * same with its secrets encrypted. {@code NOT_ALLOWED, INVALID_FIELD} naming the setting.
   */
  Outcome<InstalledAdapter> check(Caller caller, InstalledAdapter wish);

  /**
   * Looks what is there, and tries what it can do for the spaces that it names, or, where it names
   * none, for those that a place looks like. Nothing stays behind, here or there.
   *
   * @param checked as {@link #check} answered it
   * @throws java.util.concurrent.CancellationException where {@code progress} calls it off
   */
  Outcome<Proposal> explore(Caller caller, InstalledAdapter checked, Progress progress);

  /**
   * Installs it, and has each of these spaces decided on as is wished, where it may be now.
   * Refusals of the whole are those of {@link Adapters#install}.
   *
   * @param checked as {@link #check} answered it
   */
  Outcome<Connected> connect(
      Caller caller, InstalledAdapter checked, Map<SpaceId, TruthMode> modes, Progress progress);

  /** Reads an installed system as if for real. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<Rehearsal> rehearse(Caller caller, AdapterId id, Progress progress);
}
