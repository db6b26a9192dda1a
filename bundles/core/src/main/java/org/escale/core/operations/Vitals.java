package org.escale.core.operations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.core.plugins.Gates;
import org.escale.refusal.Outcome;
import org.escale.service.Guard.Place;
import org.escale.service.Operations.Part;
import org.escale.spi.door.Vital;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * What plug-ins hold this instance back for (law E6), each asked through its gate for a second at
 * most: one that hangs or throws is not well, and everybody else is still told (E3). Safe for many
 * threads.
 */
@Component(service = Vitals.class)
public final class Vitals {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 1000;

  private final Gates gates;
  private final List<Vital> vitals = new CopyOnWriteArrayList<>();

  /** Through those gates. */
  @Activate
  public Vitals(@Reference Gates gates) {
    this.gates = gates;
  }

  /** One comes. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addVital(Vital vital) {
    vitals.add(vital);
  }

  /** It goes. */
  public void removeVital(Vital vital) {
    vitals.remove(vital);
  }

  /** How each is now. */
  List<Part> parts() {
    return vitals.stream().map(this::part).toList();
  }

  private Part part(Vital vital) {
    var place = new Place(vital.getClass().getName(), "vital", LIMIT);
    var said =
        gates.ask(place, () -> new Part(vital.name(), vital.up(), vital.text()), Vitals::sane);
    return said instanceof Outcome.Refused<Part> failed
        ? new Part(place.plugIn(), false, failed.refusal().details().get("because"))
        : ((Outcome.Done<Part>) said).value();
  }

  private static boolean sane(Part part) {
    return part.name().length() <= LONGEST_NAME && part.text().length() <= LONGEST_TEXT;
  }
}
