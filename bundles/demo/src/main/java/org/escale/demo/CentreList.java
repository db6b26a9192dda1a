package org.escale.demo;

import java.util.List;
import java.util.Optional;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.federation.Position;
import org.escale.federation.SiteId;

/** The real centres of 2013, as {@code centres.csv} lists them. */
final class CentreList {
  private CentreList() {}

  /** One line of the list. */
  record Row(
      CentreId id,
      String name,
      SiteId site,
      String town,
      String region,
      Position position,
      Optional<NetworkId> home,
      String kind) {}

  /** All 21, in the order of the list. */
  static List<Row> rows() {
    return CsvLines.of("centres.csv").stream().map(CentreList::row).toList();
  }

  /** Those of a network and of one of these kinds. */
  static List<CentreId> of(String network, String... kinds) {
    var wanted = List.of(kinds);
    return rows().stream()
        .filter(row -> row.home().map(NetworkId::value).orElse("").equals(network))
        .filter(row -> wanted.contains(row.kind()))
        .map(Row::id)
        .toList();
  }

  private static Row row(List<String> cells) {
    var home = cells.get(7);
    return new Row(
        new CentreId(cells.get(0)),
        cells.get(1),
        new SiteId(cells.get(2)),
        cells.get(3),
        cells.get(4),
        new Position(Double.parseDouble(cells.get(5)), Double.parseDouble(cells.get(6))),
        home.isEmpty() ? Optional.empty() : Optional.of(new NetworkId(home)),
        cells.get(8));
  }
}
