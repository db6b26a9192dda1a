package org.escale.core.operations;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.escale.core.plugins.Gates;
import org.escale.core.plugins.Quarantine;
import org.escale.service.Operations.Part;
import org.escale.spi.door.Vital;
import org.junit.After;
import org.junit.Test;

/** The health page answers whatever a plug-in does that it asks (laws E3, E6). */
public final class VitalsTest {
  private final CountDownLatch forever = new CountDownLatch(1);
  private final Gates gates = new Gates(new Quarantine(Optional.empty()));
  private final Vitals vitals = new Vitals(gates);

  @After
  public void close() {
    forever.countDown();
    gates.close();
  }

  /** Well; its text is made that way. */
  private record Saying(Supplier<String> how) implements Vital {
    @Override
    public String name() {
      return "says";
    }

    @Override
    public boolean up() {
      return true;
    }

    @Override
    public String text() {
      return how.get();
    }
  }

  @Test(timeout = 20_000)
  public void e3_e6_oneThatHangsIsDownAndTheOthersAreTold() {
    vitals.addVital(new Saying(this::hang));
    vitals.addVital(new DownVital());
    assertEquals(
        List.of(
            new Part(Saying.class.getName(), false, "took longer than 1000 ms"),
            new Part("down", false, "not yet")),
        vitals.parts());
  }

  @Test
  public void e3_e6_oneThatThrowsOrBabblesIsDown() {
    vitals.addVital(new Saying(VitalsTest::fail));
    assertEquals("threw java.lang.IllegalStateException", vitals.parts().get(0).text());
    var babbling = new Vitals(gates);
    babbling.addVital(new Saying(() -> "a".repeat(1001)));
    assertEquals("answered nothing sensible", babbling.parts().get(0).text());
    assertEquals(false, babbling.parts().get(0).up());
  }

  private String hang() {
    try {
      forever.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return "";
  }

  private static String fail() {
    throw new IllegalStateException("out of order");
  }

  private static final class DownVital implements Vital {
    @Override
    public String name() {
      return "down";
    }

    @Override
    public boolean up() {
      return false;
    }

    @Override
    public String text() {
      return "not yet";
    }
  }
}
