package org.escale.core.centres;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.adapter.ForeignTime;
import org.escale.core.rights.People;
import org.escale.federation.SpaceId;
import org.escale.service.Onboarding.Outlook;
import org.escale.service.Onboarding.Rehearsal;
import org.escale.service.Onboarding.Stage;
import org.escale.service.Progress;
import org.escale.spi.centre.BusyPage;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads an installed system as if for real and says what would change. Its own thread is asked, so
 * that nothing else is asked of it meanwhile. Safe for many threads.
 */
@Component(service = Rehearsing.class)
public final class Rehearsing {
  private final Words words;
  private final People people;
  private final Queue queue;
  private final Clock clock;

  /** Compares with what is kept there. */
  @Activate
  public Rehearsing(
      @Reference Words words,
      @Reference People people,
      @Reference Queue queue,
      @Reference Clock clock) {
    this.words = words;
    this.people = people;
    this.queue = queue;
    this.clock = clock;
  }

  Rehearsal rehearse(OpenSystem system, Progress progress) {
    var measured = new Measured(system, clock, progress);
    var spaces = system.row().spaces().keySet().stream().sorted().map(SpaceId::new).toList();
    measured.expect(1 + spaces.size());
    var greeted = measured.greet();
    var outlooks = new ArrayList<Outlook>();
    for (var space : greeted.isPresent() ? spaces : List.<SpaceId>of()) {
      var window = window();
      measured
          .ask(
              Stage.READ,
              Optional.of(space),
              () -> system.link().feed().pull(system.ref(space).orElseThrow(), window))
          .ifPresent(page -> outlooks.add(outlook(space, page, window)));
    }
    var messages = queue.all().getOrDefault(system.row().id(), List.of());
    int aside = (int) messages.stream().filter(message -> message.due().isEmpty()).count();
    return new Rehearsal(
        measured.steps(),
        outlooks,
        greeted.flatMap(Measured.Greeted::skew),
        messages.size() - aside,
        aside);
  }

  private TimeSlot window() {
    var now = clock.instant();
    return new TimeSlot(now.minus(Reading.BEHIND), now.plus(Reading.AHEAD));
  }

  private Outlook outlook(SpaceId space, BusyPage page, TimeSlot window) {
    var known = known(space, window);
    int ours = 0;
    int fresh = 0;
    int changed = 0;
    for (var entry : page.entries()) {
      if (Mirroring.ours(entry, people.issuer())) {
        ours++;
      } else {
        var was = Optional.ofNullable(known.remove(entry.id()));
        fresh += was.isEmpty() ? 1 : 0;
        changed += was.filter(old -> !old.revision().equals(entry.revision())).isPresent() ? 1 : 0;
      }
    }
    return new Outlook(space, page.entries().size(), ours, fresh, changed, known.size());
  }

  /** What is kept of that space within the window, by the system's own names. */
  private Map<String, ForeignTime> known(SpaceId space, TimeSlot window) {
    return Mirroring.all(words, ForeignTime.class, Query.where("spaceId", space.value())).stream()
        .map(Kept::word)
        .filter(time -> time.slots().stream().anyMatch(window::overlaps))
        .collect(Collectors.toMap(ForeignTime::foreign, time -> time, (a, b) -> b));
  }
}
