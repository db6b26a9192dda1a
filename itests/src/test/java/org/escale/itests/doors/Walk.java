package org.escale.itests.doors;

import static org.junit.Assert.assertEquals;

import java.util.List;

/** One visit: somebody walks in, makes three copies and leaves. */
final class Walk {
  private Walk() {}

  /** What was said at check-in and at check-out. */
  static List<Reply> through(Door person, Door desk, String centre) {
    var in = person.ask(Ask.of("CheckIn", "centreId", centre));
    assertEquals(in.toString(), "", in.code());
    var id = in.one("id");
    var again = person.ask(Ask.of("CheckIn", "centreId", centre));
    assertEquals("ALREADY_PRESENT", again.code());
    var copies =
        Ask.of(
            "RecordMeterReading",
            "visitId",
            id,
            "extraId",
            centre + "-photocopy",
            "quantity",
            "3",
            "producer",
            "copier:" + person.name());
    var read = desk.ask(copies);
    assertEquals(read.toString(), "", read.code());
    var out = person.ask(Ask.of("CheckOut", "visitId", id));
    assertEquals("CHECK_OUT", out.one("endedBy"));
    return List.of(in, out);
  }
}
