package org.escale.demo;

import java.util.concurrent.atomic.AtomicReference;
import org.escale.spi.door.Vital;
import org.osgi.service.component.annotations.Component;

/** Holds the instance back from being ready until the demonstration federation stands. */
@Component(
    service = {Vital.class, DemoReadiness.class},
    immediate = true)
public final class DemoReadiness implements Vital {
  private static final String STANDS = "the demonstration federation stands";

  private final AtomicReference<String> text = new AtomicReference<>("loading");

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public boolean up() {
    return text.get().equals(STANDS);
  }

  @Override
  public String text() {
    return text.get();
  }

  void stands() {
    text.set(STANDS);
  }

  void waits(String why) {
    text.set(why);
  }
}
