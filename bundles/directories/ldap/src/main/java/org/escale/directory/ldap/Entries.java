package org.escale.directory.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escale.directory.ldap.Wanted.Names;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.directory.PersonRecord;

/** Reads entries as people. */
record Entries(Names names) {
  private static final int LONGEST_ID = 255;

  List<PersonRecord> people(List<SearchResultEntry> entries) throws DirectoryException {
    var people = new ArrayList<PersonRecord>();
    for (var entry : entries) {
      people.add(
          new PersonRecord(
              id(entry),
              Optional.empty(),
              text(entry, names.name()),
              text(entry, names.mail()),
              text(entry, names.group()),
              language(text(entry, names.language())),
              true));
    }
    return people;
  }

  List<ForeignId> ids(List<SearchResultEntry> entries) throws DirectoryException {
    var ids = new ArrayList<ForeignId>();
    for (var entry : entries) {
      ids.add(id(entry));
    }
    return ids;
  }

  /** The time of the latest change among them; empty where one does not say. */
  String latest(List<SearchResultEntry> entries, String before) {
    var latest = before;
    for (var entry : entries) {
      var changed = text(entry, names.changed());
      if (changed.isEmpty()) {
        return "";
      }
      latest = changed.compareTo(latest) > 0 ? changed : latest;
    }
    return latest;
  }

  /** As it stands if it is a text, in hexadecimal digits if it is not. */
  private ForeignId id(SearchResultEntry entry) throws DirectoryException {
    var bytes = Optional.ofNullable(entry.getAttributeValueBytes(names.id())).orElse(new byte[0]);
    if (bytes.length == 0 || bytes.length > LONGEST_ID) {
      throw new DirectoryException(Trouble.GARBLED, "an entry has no " + names.id());
    }
    for (byte each : bytes) {
      if (each < ' ' || each == 0x7f) {
        return new ForeignId("x" + HexFormat.of().formatHex(bytes));
      }
    }
    return new ForeignId(entry.getAttributeValue(names.id()));
  }

  private static String text(SearchResultEntry entry, String name) {
    return Optional.ofNullable(entry.getAttribute(name))
        .map(Attribute::getValue)
        .map(String::strip)
        .orElse("");
  }

  /** {@code fr-BE, nl;q=0.8} is French; what we do not speak is English. */
  private static String language(String preferred) {
    var first = preferred.toLowerCase(Locale.ROOT);
    return first.startsWith("fr") ? "fr" : first.startsWith("nl") ? "nl" : "en";
  }
}
