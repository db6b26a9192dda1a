package org.escale.core.directories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Company;
import org.escale.spi.directory.CompanyRecord;
import org.escale.spi.directory.Cursor;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.directory.PersonRecord;
import org.escale.spi.directory.Reading;
import org.escale.spi.directory.Setting;

/** Another platform in memory, which says what it is told to. */
final class ToyDirectory implements DirectoryAdapter, DirectoryLink {
  final Map<String, CompanyRecord> companies = new LinkedHashMap<>();
  final Map<String, PersonRecord> people = new LinkedHashMap<>();
  Optional<Reading> changed = Optional.empty();
  List<PersonRecord> more = List.of();
  boolean down;
  int wholly;

  @Override
  public String kind() {
    return "toy";
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.secret("password", "What it wants to hear."));
  }

  @Override
  public DirectoryLink open(DirectoryConfig config) throws DirectoryException {
    if (!config.checked(settings()).get("password").equals("sesame")) {
      throw new DirectoryException(Trouble.SETTING, "the password does not open");
    }
    return this;
  }

  /** A company there. */
  void company(String id, String name, Company.Standing standing) {
    companies.put(id, new CompanyRecord(new ForeignId(id), name, "BE 0" + id, "fr", standing));
  }

  /** A person there, of that company if any. */
  PersonRecord person(String id, String company, String name, String group) {
    var employer = Optional.of(company).filter(text -> !text.isEmpty()).map(ForeignId::new);
    var email = id + "@there.example";
    var person = new PersonRecord(new ForeignId(id), employer, name, email, group, "nl", true);
    people.put(id, person);
    return person;
  }

  /** That person is there no longer active. */
  void inactive(String id) {
    var p = people.get(id);
    people.put(
        id,
        new PersonRecord(p.id(), p.company(), p.name(), p.email(), p.group(), p.language(), false));
  }

  @Override
  public synchronized Reading all() throws DirectoryException {
    if (down) {
      throw new DirectoryException(Trouble.UNAVAILABLE, "it does not answer");
    }
    wholly++;
    var all = new ArrayList<>(people.values());
    all.addAll(more);
    return new Reading(
        List.copyOf(companies.values()), all, Set.of(), true, new Cursor("c" + wholly));
  }

  @Override
  public synchronized Optional<Reading> changes(Cursor since) {
    return changed;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
