package org.escale.rest.adapter;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Refusal;
import org.escale.refusal.Texts;
import org.escale.service.Onboarding.Connected;
import org.escale.service.Onboarding.Fit;
import org.escale.service.Onboarding.Outlook;
import org.escale.service.Onboarding.Place;
import org.escale.service.Onboarding.Proposal;
import org.escale.service.Onboarding.Rehearsal;
import org.escale.service.Onboarding.Stage;
import org.escale.service.Onboarding.Step;

/** What is shown of a system that is looked at, connected or rehearsed; no setting's value. */
final class OnboardingViews {
  private OnboardingViews() {}

  /**
   * How one step went.
   *
   * @param text why it did not go well; empty where it did
   */
  public record StepView(
      Stage stage, Optional<String> spaceId, boolean well, String text, long tookMillis) {
    static List<StepView> all(List<Step> steps) {
      return steps.stream()
          .map(
              s ->
                  new StepView(
                      s.stage(),
                      s.space().map(SpaceId::value),
                      s.well(),
                      s.came(),
                      s.took().toMillis()))
          .toList();
    }
  }

  /** A place of the system: what it calls it, and its name for people. */
  public record PlaceView(String place, String name) {
    static PlaceView of(Place place) {
      return new PlaceView(place.ref(), place.name());
    }
  }

  /**
   * A space and the place that may be it.
   *
   * @param place empty where a person has to choose
   * @param truthMode the best guarantee that was proven there; empty if nothing was
   * @param bookingsAhead with any, it does not pass between our calendar and the centre's now
   */
  public record FitView(
      String spaceId,
      Optional<String> place,
      Optional<TruthMode> truthMode,
      Map<String, String> findings,
      int bookingsAhead) {
    static FitView of(Fit fit) {
      return new FitView(
          fit.space().value(),
          fit.place(),
          fit.earned(),
          new TreeMap<>(fit.findings()),
          fit.ahead());
    }
  }

  /**
   * What could be connected.
   *
   * @param listed whether the system lists its places; else a person names them
   * @param safety places of each kind to hold back
   * @param clockAhead how far its clock is ahead of ours
   */
  public record ProposalView(
      List<StepView> steps,
      boolean listed,
      List<PlaceView> places,
      List<FitView> spaces,
      Duration poll,
      int safety,
      Optional<Duration> clockAhead) {
    static ProposalView of(Proposal p) {
      return new ProposalView(
          StepView.all(p.steps()),
          p.listed(),
          p.places().stream().map(PlaceView::of).toList(),
          p.fits().stream().map(FitView::of).toList(),
          p.poll(),
          p.safety(),
          p.skew());
    }
  }

  /** Why a space stays as it was. */
  public record StaysView(String code, String text, Map<String, String> details) {
    static StaysView of(Refusal no, Locale language) {
      return new StaysView(no.code().name(), Texts.of(no, language), no.details());
    }
  }

  /**
   * What was connected.
   *
   * @param stays by space: why its truth mode stays as it was
   */
  public record ConnectedView(
      String adapterId, List<StepView> steps, Map<String, StaysView> stays) {
    static ConnectedView of(Connected c, Locale language) {
      var stays = new TreeMap<String, StaysView>();
      c.refused().forEach((space, no) -> stays.put(space.value(), StaysView.of(no, language)));
      return new ConnectedView(c.adapter().word().id().value(), StepView.all(c.steps()), stays);
    }
  }

  /** What would be read of a space, and what would change. */
  public record OutlookView(String spaceId, int read, int ours, int fresh, int changed, int gone) {
    static OutlookView of(Outlook o) {
      return new OutlookView(
          o.space().value(), o.read(), o.ours(), o.fresh(), o.changed(), o.gone());
    }
  }

  /** What would happen now; nothing did. */
  public record RehearsalView(
      List<StepView> steps,
      List<OutlookView> spaces,
      Optional<Duration> clockAhead,
      int waiting,
      int aside) {
    static RehearsalView of(Rehearsal r) {
      return new RehearsalView(
          StepView.all(r.steps()),
          r.spaces().stream().map(OutlookView::of).toList(),
          r.skew(),
          r.waiting(),
          r.aside());
    }
  }
}
