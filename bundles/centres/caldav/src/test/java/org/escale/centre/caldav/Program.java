package org.escale.centre.caldav;

/** A CalDAV server that centres have: how it is started, and where a user's calendars are. */
enum Program {
  RADICALE("radicale", "/usr/bin/radicale", "/room/", "room"),
  XANDIKOS("xandikos", "/usr/bin/xandikos", "/room/calendars/", "");

  private final String debian;
  private final String needs;
  private final String home;
  private final String username;

  Program(String debian, String needs, String home, String username) {
    this.debian = debian;
    this.needs = needs;
    this.home = home;
    this.username = username;
  }

  /** The Debian package that brings it; its script has the same name. */
  String debian() {
    return debian;
  }

  String needs() {
    return needs;
  }

  String home() {
    return home;
  }

  String username() {
    return username;
  }
}
