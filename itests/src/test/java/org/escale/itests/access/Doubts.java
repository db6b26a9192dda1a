package org.escale.itests.access;

/** Centres say that some usage records are wrong. */
record Doubts(Town town) {
  private static final int SOME = 3;

  /** About the first of those that were kept. */
  void raise() {
    town.canaries().stream()
        .filter(canary -> canary.family().equals("usage-records"))
        .skip(1) // that one was corrected
        .limit(SOME)
        .forEach(this::raise);
  }

  private void raise(Canary record) {
    var id = record.ids().get("usage-records");
    var reason = "Canary doubt about " + id.hashCode();
    var path = "usage-records/" + id + "/dispute";
    town.post(
        town.account(record.owner("centreId") + "-desk"),
        path,
        "{\"reason\":\"%s\"}".formatted(reason));
    town.keep(Canary.of(reason, path, "USAGE_READ", record.owners()).called("usage-records", id));
  }
}
