package org.escale.directory.scim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.directory.scim.Entrance.Grouping;
import org.escale.directory.scim.Texts.Group;
import org.escale.directory.scim.Texts.User;
import org.escale.directory.scim.Texts.Users;
import org.escale.directory.scim.Texts.Value;
import org.escale.libraries.wire.Wire;
import org.escale.spi.directory.Cursor;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.PersonRecord;
import org.escale.spi.directory.Reading;

/** One SCIM server. Safe for many threads: each reading is a visit of its own. */
final class ScimLink implements DirectoryLink {
  private final Wire wire;
  private final Entrance entrance;

  ScimLink(Wire wire, Entrance entrance) {
    this.wire = wire;
    this.entrance = entrance;
  }

  @Override
  public Reading all() throws DirectoryException {
    var visit = new Visit(wire, entrance);
    var groups = groups(visit);
    var users = users(visit, entrance.filter());
    var cursor = Position.cursor(People.latest(users, Optional.empty()), sum(users, groups));
    return new Reading(List.of(), people(users, groups), Set.of(), true, cursor);
  }

  @Override
  public Optional<Reading> changes(Cursor since) throws DirectoryException {
    var from = Position.of(since);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    var visit = new Visit(wire, entrance);
    var groups = groups(visit);
    var ids = visit.all("/Users", Visit.filter(entrance.filter()) + "&attributes=id", Users.class);
    var sum = sum(ids, groups);
    return sum.equals(from.get().sum()) ? changed(visit, from.get(), groups) : Optional.empty();
  }

  @Override
  public void close() {
    // threads of the wire end by themselves, and nothing else was opened
  }

  /** Where the server does not know that filter, all has to be read. */
  private Optional<Reading> changed(Visit visit, Position from, Map<String, String> groups)
      throws DirectoryException {
    try {
      var users = users(visit, since(from.latest()));
      var latest = People.latest(users, Optional.of(from.latest()));
      var cursor = Position.cursor(latest, from.sum());
      return Optional.of(new Reading(List.of(), people(users, groups), Set.of(), false, cursor));
    } catch (DirectoryException no) {
      if (no.trouble() == Trouble.GARBLED) {
        return Optional.empty();
      }
      throw no;
    }
  }

  private String since(Instant latest) {
    var changed = "meta.lastModified ge \"" + latest + "\"";
    return entrance.filter().isEmpty() ? changed : "(" + entrance.filter() + ") and " + changed;
  }

  private static List<User> users(Visit visit, String filter) throws DirectoryException {
    return visit.all("/Users", Visit.filter(filter), Users.class);
  }

  private List<PersonRecord> people(List<User> users, Map<String, String> groups)
      throws DirectoryException {
    return new People(groups, entrance.group() == Grouping.DEPARTMENT).of(users);
  }

  /** Of several groups of a person the first by name. */
  private Map<String, String> groups(Visit visit) throws DirectoryException {
    var of = new HashMap<String, String>();
    if (entrance.group() == Grouping.GROUPS) {
      for (var group : visit.all("/Groups", "", Texts.Groups.class)) {
        for (var member : Texts.listed(group.members())) {
          of.merge(id(member), name(group), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
    return of;
  }

  private static String id(Value member) {
    return member == null || member.value() == null ? "" : member.value();
  }

  private static String name(Group group) {
    return group.displayName() == null ? "" : group.displayName().strip();
  }

  private static String sum(List<User> users, Map<String, String> groups)
      throws DirectoryException {
    var texts = new ArrayList<String>();
    for (var user : users) {
      texts.add(People.id(user) + "\n" + groups.getOrDefault(user.id(), ""));
    }
    return Position.sum(texts);
  }
}
