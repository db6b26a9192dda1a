package org.escale.directory.scim;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.directory.scim.Texts.User;
import org.escale.directory.scim.Texts.Value;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.directory.PersonRecord;

/**
 * Reads users as people.
 *
 * @param groups the group of each, by its id there
 * @param departments whether the department stands for the group
 */
record People(Map<String, String> groups, boolean departments) {
  private static final int LONGEST_ID = 512;

  List<PersonRecord> of(List<User> users) throws DirectoryException {
    var people = new ArrayList<PersonRecord>();
    var ids = new HashSet<String>();
    for (var user : users) {
      if (!ids.add(id(user))) {
        throw new DirectoryException(Trouble.GARBLED, "it gives somebody twice");
      }
      people.add(person(user));
    }
    return people;
  }

  /** The latest change among them; empty where one does not say. */
  static Optional<Instant> latest(List<User> users, Optional<Instant> before) {
    var latest = before;
    for (var user : users) {
      var changed = changed(user);
      if (changed.isEmpty()) {
        return changed;
      }
      latest = latest.filter(at -> at.isAfter(changed.get())).or(() -> changed);
    }
    return latest;
  }

  static String id(User user) throws DirectoryException {
    if (user.id() == null || user.id().isEmpty() || user.id().length() > LONGEST_ID) {
      throw new DirectoryException(Trouble.GARBLED, "an entry has no id");
    }
    return user.id();
  }

  private PersonRecord person(User user) throws DirectoryException {
    return new PersonRecord(
        new ForeignId(id(user)),
        Optional.empty(),
        name(user),
        email(user),
        departments ? department(user) : groups.getOrDefault(user.id(), ""),
        language(user),
        !Boolean.FALSE.equals(user.active()));
  }

  private static String name(User user) {
    var name = Optional.ofNullable(user.name());
    var both = name.map(n -> text(n.givenName()) + " " + text(n.familyName())).map(String::strip);
    return Stream.of(
            text(user.displayName()),
            name.map(n -> text(n.formatted())).orElse(""),
            both.orElse(""),
            text(user.userName()))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String email(User user) {
    var emails = Texts.listed(user.emails()).stream().filter(Objects::nonNull).toList();
    return emails.stream()
        .filter(email -> Boolean.TRUE.equals(email.primary()))
        .findFirst()
        .or(() -> emails.stream().findFirst())
        .map(Value::value)
        .map(People::text)
        .orElse("");
  }

  private static String department(User user) {
    return user.work() == null ? "" : text(user.work().department());
  }

  /** {@code fr-BE, nl;q=0.8} is French; what we do not speak is English. */
  private static String language(User user) {
    var first = text(user.preferredLanguage()).toLowerCase(Locale.ROOT);
    return first.startsWith("fr") ? "fr" : first.startsWith("nl") ? "nl" : "en";
  }

  private static Optional<Instant> changed(User user) {
    try {
      return Optional.ofNullable(user.meta())
          .flatMap(meta -> Optional.ofNullable(meta.lastModified()))
          .map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String text(String text) {
    return text == null ? "" : text.strip();
  }
}
