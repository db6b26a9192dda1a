package org.escale.rest.adapter;

import java.util.List;
import java.util.Optional;
import org.escale.service.Onboarding.Asked;
import org.escale.service.Onboarding.Kind;

/** What is shown of the kinds of systems that can be connected. */
final class KindViews {
  private KindViews() {}

  /** A kind of system; {@code kind} is what an adapter of it is installed with. */
  public record KindView(String kind, List<SettingView> settings) {
    static KindView of(Kind kind) {
      return new KindView(kind.name(), kind.settings().stream().map(SettingView::of).toList());
    }
  }

  /**
   * One setting, as a form asks for it.
   *
   * @param text what it means
   * @param secret whether it is kept encrypted and never shown
   * @param needed whether it has to be given
   * @param preset what it is where it is left out
   */
  public record SettingView(
      String name, String text, boolean secret, boolean needed, Optional<String> preset) {
    static SettingView of(Asked asked) {
      return new SettingView(
          asked.name(), asked.text(), asked.secret(), asked.preset().isEmpty(), asked.preset());
    }
  }
}
