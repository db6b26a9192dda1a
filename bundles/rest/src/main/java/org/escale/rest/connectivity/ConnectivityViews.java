package org.escale.rest.connectivity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.access.Outage;
import org.escale.service.Connectivity.Served;

/** What is said of the lines of centres, as things and as rows of a table. */
final class ConnectivityViews {
  private ConnectivityViews() {}

  /** A month of a centre. */
  public record ServiceView(
      String centreId,
      String month,
      long promisedMinutes,
      long servedMinutes,
      long outageMinutes,
      BigDecimal servedPercent) {
    static final List<String> HEADING =
        List.of(
            "centreId",
            "month",
            "promisedMinutes",
            "servedMinutes",
            "outageMinutes",
            "servedPercent");

    static ServiceView of(Served served) {
      var figures = served.figures();
      return new ServiceView(
          served.centre().value(),
          figures.month().toString(),
          figures.promisedMinutes(),
          figures.servedMinutes(),
          figures.outageMinutes(),
          figures.servedPercent());
    }

    List<String> row() {
      return List.of(
          centreId,
          month,
          Long.toString(promisedMinutes),
          Long.toString(servedMinutes),
          Long.toString(outageMinutes),
          servedPercent.toPlainString());
    }
  }

  /** A time in which a centre was not heard; {@code to} is missing while it goes on. */
  public record OutageView(String centreId, Instant from, Optional<Instant> to) {
    static final List<String> HEADING = List.of("centreId", "from", "to");

    static OutageView of(Outage outage) {
      return new OutageView(outage.centre().value(), outage.from(), outage.to());
    }

    List<String> row() {
      return List.of(centreId, from.toString(), to.map(Instant::toString).orElse(""));
    }
  }
}
