package org.escale.tck;

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
    public boolean associate(Gateway gateway, String key) {
      return ((TinyGateway) gateway).associate(key);
    }

    private static GatewayConfig config(Map<String, String> settings) {
      return new GatewayConfig(new GatewayId("tiny"), new CentreId("here"), settings);
    }
  }

  /** As it should be. */
  public static final class Sound extends GatewayDriverContract {
    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(Fault.NONE, clock);
    }
  }

  /** Takes an older revision for the newest. */
  public static final class Gullible extends GatewayDriverContract {
    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(Fault.BELIEVES_OLD_REVISIONS, clock);
    }
  }

  /** Leaves sessions open whose right has ended. */
  public static final class Lenient extends GatewayDriverContract {
    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(Fault.NEVER_CUTS, clock);
    }
  }

  /** Does not hear of another end. */
  public static final class Deaf extends GatewayDriverContract {
    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(Fault.KEEPS_THE_FIRST_END, clock);
    }
  }

  /** Loses what the hub could not keep. */
  public static final class Forgetful extends GatewayDriverContract {
    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(Fault.DROPS_EVENTS, clock);
    }
  }

  /** Believes that things happen when it tells of them. */
  public static final class Dreamy extends GatewayDriverContract {
    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(Fault.DATES_WHEN_TOLD, clock);
    }
  }

  /** Throws where it should say that nobody answers. */
  public static final class Throwing extends GatewayDriverContract {
    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(Fault.THROWS_WHEN_SILENT, clock);
    }
  }

  /** Names keys in its description. */
  public static final class Talkative extends GatewayDriverContract {
    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(Fault.SHOWS_KEYS, clock);
    }
  }

  /** Goes on after it was closed. */
  public static final class Immortal extends GatewayDriverContract {
    @Override
    protected GatewayLab lab(HandClock clock) {
      return new Bench(Fault.LEAVES_A_THREAD, clock);
    }
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
    Broken.assertCaughtBy(Lenient.class, "gw3", "gw4", "gw5", "gw9");
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
