package org.escale.tck;

import java.time.Duration;
import java.util.Map;
import org.escale.access.GatewayId;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.escale.tck.TinyGateway.Fault;
import org.escale.tck.gateway.GatewayDriverContract;
import org.escale.tck.gateway.GatewayLab;
import org.junit.Test;

public class BrokenGatewayTest {
  private record Bench(Fault fault, HandClock clock) implements GatewayLab, GatewayDriver {
    @Override
    public String kind() {
      return "tiny";
    }

    @Override
    public void check(Map<String, String> settings) throws GatewayException {
      if (settings.containsKey("broken") && fault != Fault.TAKES_ANY_SETTINGS) {
        throw new GatewayException("broken");
      }
    }

    @Override
    public Gateway open(GatewayConfig config, GatewayHost host) throws GatewayException {
      if (config.settings().containsKey("broken")) {
        throw new GatewayException("broken");
      }
      return new TinyGateway(fault, clock, config, host);
    }

    @Override
    public GatewayDriver driver() {
      return this;
    }

    @Override
    public GatewayConfig config() {
      return config(Map.of());
    }

    @Override
    public GatewayConfig broken() {
      return config(Map.of("broken", "yes"));
    }

    @Override
    public GatewayConfig silent() {
      return config(Map.of("silent", "yes"));
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(fault == Fault.NONE ? 5 : 2);
    }

    @Override
    public boolean associate(Gateway gateway, String key) {
      return ((TinyGateway) gateway).associate(key);
    }

    private static GatewayConfig config(Map<String, String> settings) {
      return new GatewayConfig(new GatewayId("tiny"), new CentreId("here"), settings);
    }
  }

  public abstract static class Tiny extends GatewayDriverContract {
    private final Fault fault;

    Tiny(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(fault, clock);
    }
  }

  /** As it should be. */
  public static final class Sound extends Tiny {
    public Sound() {
      super(Fault.NONE);
    }
  }

  /** Takes an older revision for the newest. */
  public static final class Gullible extends Tiny {
    public Gullible() {
      super(Fault.BELIEVES_OLD_REVISIONS);
    }
  }

  /** Leaves sessions open whose right has ended. */
  public static final class Lenient extends Tiny {
    public Lenient() {
      super(Fault.NEVER_CUTS);
    }
  }

  /** Does not hear of another end. */
  public static final class Deaf extends Tiny {
    public Deaf() {
      super(Fault.KEEPS_THE_FIRST_END);
    }
  }

  /** Loses what the hub could not keep. */
  public static final class Forgetful extends Tiny {
    public Forgetful() {
      super(Fault.DROPS_EVENTS);
    }
  }

  /** Believes that things happen when it tells of them. */
  public static final class Dreamy extends Tiny {
    public Dreamy() {
      super(Fault.DATES_WHEN_TOLD);
    }
  }

  /** Throws where it should say that nobody answers. */
  public static final class Throwing extends Tiny {
    public Throwing() {
      super(Fault.THROWS_WHEN_SILENT);
    }
  }

  /** Names keys in its description. */
  public static final class Talkative extends Tiny {
    public Talkative() {
      super(Fault.SHOWS_KEYS);
    }
  }

  /** Goes on after it was closed. */
  public static final class Immortal extends Tiny {
    public Immortal() {
      super(Fault.LEAVES_A_THREAD);
    }
  }

  /** Has a look at no settings. */
  public static final class Trusting extends Tiny {
    public Trusting() {
      super(Fault.TAKES_ANY_SETTINGS);
    }
  }

  @Test
  public void gw13_catchesSettingsThatNobodyLooksAt() {
    Broken.assertCaughtBy(Trusting.class, "gw13");
  }

  /** Binds a device to a grant that lets nobody in. */
  public static final class Hasty extends Tiny {
    public Hasty() {
      super(Fault.BINDS_BEFORE_IT_ALLOWS);
    }
  }

  /** Lets in a copied key. */
  public static final class Generous extends Tiny {
    public Generous() {
      super(Fault.IGNORES_OTHER_DEVICES);
    }
  }

  /** Does not know after a restart who was in. */
  public static final class Oblivious extends Tiny {
    public Oblivious() {
      super(Fault.FORGETS_WHO_WAS_IN);
    }
  }

  /** Decides when the hub has kept what it told. */
  public static final class Patient extends Tiny {
    public Patient() {
      super(Fault.WAITS_FOR_THE_HUB);
    }
  }

  @Test
  public void gw10_catchesADeviceBoundTooEarlyAndACopiedKeyLetIn() {
    Broken.assertCaughtBy(Hasty.class, "gw10");
    Broken.assertCaughtBy(Generous.class, "gw10");
  }

  @Test
  public void gw11_catchesWhoIsForgottenByARestart() {
    Broken.assertCaughtBy(Oblivious.class, "gw11");
  }

  @Test
  public void gw12_catchesADecisionThatWaits() {
    Broken.assertCaughtBy(Patient.class, "gw12", "gw5", "gw9");
  }

  @Test
  public void theKitPassesASoundDriver() {
    Broken.assertCaughtBy(Sound.class);
  }

  @Test
  public void gw2_catchesAnOldRevisionBelieved() {
    Broken.assertCaughtBy(Gullible.class, "gw2");
  }

  @Test
  public void gw3_catchesASessionThatIsNotCut() {
    Broken.assertCaughtBy(Lenient.class, "gw3", "gw4", "gw5", "gw9", "gw11");
  }

  @Test
  public void gw4_catchesAnEndThatDoesNotMove() {
    Broken.assertCaughtBy(Deaf.class, "gw4");
  }

  @Test
  public void gw5_catchesAnEventThatIsLost() {
    Broken.assertCaughtBy(Forgetful.class, "gw5", "gw9");
  }

  @Test
  public void gw9_catchesAWrongInstant() {
    Broken.assertCaughtBy(Dreamy.class, "gw9");
  }

  @Test
  public void gw6_catchesAnExceptionForSilence() {
    Broken.assertCaughtBy(Throwing.class, "gw6");
  }

  @Test
  public void gw7_catchesAKeyThatIsShown() {
    Broken.assertCaughtBy(Talkative.class, "gw7");
  }

  @Test
  public void gw8_catchesAThreadThatIsLeft() {
    Broken.assertCaughtBy(Immortal.class, "gw8");
  }
}
