package org.escale.box;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The lines of a list that counts for a day from {@code began} on. */
record Listed(Instant began) {
  String text(String... lines) {
    return "escale-entitlements 1\nbox box-1\nissued %s\nuntil %s\nsalt 5a17\n"
            .formatted(began, began.plus(Duration.ofHours(24)))
        + "desk x-1 %s\ndesk x-2 %s\n".formatted(hour(9), hour(8))
        + String.join("", lines)
        + "purse p1 4000\npurse p2 2000\n";
  }

  String admit(String grant, String code, String purses, int cents, String place)
      throws IOException {
    return "admit %s 101 %s %s %s %s 14400 %d %s %s\n"
        .formatted(
            grant, Delivery.digest("5a17" + code), hour(1), hour(8), hour(9), cents, purses, place);
  }

  String grant(String grant, String key) throws IOException {
    return "grant %s 101 %s %s %s\n"
        .formatted(grant, began.minusSeconds(60), hour(9), Delivery.digest("5a17" + key));
  }

  private Instant hour(int hour) {
    return began.plus(Duration.ofHours(hour));
  }
}
