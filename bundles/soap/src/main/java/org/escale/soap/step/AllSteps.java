package org.escale.soap.step;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One step for each operation of the contract. */
@Component(service = AllSteps.class)
public final class AllSteps {
  private final List<Step> all;

  /** Gathers them. */
  @Activate
  public AllSteps(
      @Reference BookingSteps booking,
      @Reference PresenceSteps presence,
      @Reference MoneySteps money) {
    this.all = Stream.of(booking.all(), presence.all(), money.all()).flatMap(List::stream).toList();
  }

  /** All of them. */
  public List<Step> all() {
    return all;
  }
}
