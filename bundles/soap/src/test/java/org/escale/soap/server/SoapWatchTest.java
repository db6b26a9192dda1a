package org.escale.soap.server;

import static org.escale.soap.server.Contract.text;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Pace;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Who knocks too often is sent away, and what was done or refused is written down. */
public final class SoapWatchTest {
  private Door door;
  private Contract contract;

  @Before
  public void open() throws Exception {
    door = new Door();
    contract = new Contract(door.get("/soap/v1/federation?wsdl").body());
  }

  @After
  public void close() throws Exception {
    door.close();
  }

  @Test
  public void tooManyRequestsAreRefusedWhetherTheCallerIsKnownOrNot() throws Exception {
    var counted = new ArrayList<String>();
    door.pace =
        (kind, who) -> {
          counted.add(kind + (kind == Pace.Kind.ACCOUNT ? " " + who : ""));
          return Optional.of(Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "retryAfter", "7"));
        };
    var known = contract.refusal(door.ask(Door.BOOK.formatted("")).body());
    var stranger = Door.envelope(Door.security("b".repeat(43)), Door.BOOK.formatted(""));
    var unknown = contract.refusal(door.post(stranger).body());
    assertEquals("TOO_MANY_REQUESTS", text(known, "code"));
    assertEquals("7", text(known, "value"));
    assertEquals("TOO_MANY_REQUESTS", text(unknown, "code"));
    assertEquals(List.of("ACCOUNT integrator", "ADDRESS"), counted);
    assertFalse(door.asked.containsKey("book"));
  }

  @Test
  public void changesAndRefusalsAreWrittenDownAsAtTheRestDoor() {
    door.ask(Door.BOOK.formatted(""));
    door.ask("<f:GetBooking><f:id>b-1</f:id></f:GetBooking>");
    door.instead.put("get", arguments -> Outcome.refused(RefusalCode.NOT_FOUND));
    door.ask("<f:GetBooking><f:id>somebody-elses</f:id></f:GetBooking>");
    door.instead.put("book", arguments -> Outcome.refused(RefusalCode.SPACE_TAKEN));
    door.ask(Door.BOOK.formatted(""));
    door.post(Door.envelope(Door.security("b\n done account=x"), Door.BOOK.formatted("")));
    assertEquals(
        List.of(
            "done integrator soap:Book DONE",
            "refused integrator soap:GetBooking NOT_FOUND",
            "refused integrator soap:Book SPACE_TAKEN",
            "refused - soap NOT_SIGNED_IN"),
        door.book.lines());
  }
}
