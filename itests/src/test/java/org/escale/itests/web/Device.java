package org.escale.itests.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** What people hold in their hands or have on their table. */
enum Device {
  PHONE(390, 844, true, ColorScheme.DARK),
  DESK(1440, 900, false, ColorScheme.LIGHT);

  private final int width;
  private final int height;
  private final boolean touch;
  private final ColorScheme scheme;

  Device(int width, int height, boolean touch, ColorScheme scheme) {
    this.width = width;
    this.height = height;
    this.touch = touch;
    this.scheme = scheme;
  }

  /** A browser on it, set to that language. */
  NewContextOptions speaking(String language) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setHasTouch(touch)
        .setColorScheme(scheme)
        .setLocale(language + "-BE")
        .setTimezoneId("America/Montreal");
  }
}
