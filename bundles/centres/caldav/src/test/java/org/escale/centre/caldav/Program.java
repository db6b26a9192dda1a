package org.escale.centre.caldav;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A CalDAV server that centres have: how it is started, and where a user's calendars are. */
enum Program {
  RADICALE("radicale", "/usr/bin/radicale", "/room/", "room"),
  XANDIKOS("xandikos", "/usr/bin/xandikos", "/room/calendars/", ""),
  CYRUS("cyrus-caldav", "/usr/lib/cyrus/bin/httpd", "/dav/calendars/user/room/", "room"),
  SABREDAV("php-sabre-dav", "/usr/share/php/Sabre/autoload.php", "/calendars/room/", "room"),
  DAVICAL("davical", "/usr/share/davical/htdocs/caldav.php", "/caldav.php/room/", "room"),
  SOGO("sogo", "/usr/sbin/sogod", "/SOGo/dav/room/Calendar/", "room");

  /** Those that are tried in every run; the others belong to the full profile. */
  static final Set<Program> EVERY_RUN = EnumSet.range(RADICALE, SABREDAV);

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

  /** The Debian package that brings it. */
  String debian() {
    return debian;
  }

  /** What starts it, with a folder and a port. */
  String script() {
    return "src/test/servers/" + name().toLowerCase(Locale.ROOT);
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
