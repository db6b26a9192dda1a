package org.escale.itests.web;

import com.microsoft.playwright.Page;

/** Somebody who uses nothing but the keyboard. */
final class Keys {
  private static final int PATIENCE = 200;

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  /** Tabs on until the focus is on such a thing, once around at most. */
  Keys to(String selector) {
    page.locator(selector).first().waitFor();
    for (int step = 0; step < PATIENCE; step++) {
      var there = "selector => document.activeElement?.matches(selector) === true";
      if (page.evaluate(there, selector).equals(true)) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }

  Keys press(String key) {
    page.keyboard().press(key);
    return this;
  }

  Keys type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** The class of what has the focus. */
  String focused() {
    return (String) page.evaluate("document.activeElement.className");
  }
}
