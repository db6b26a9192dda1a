package org.escale.directory.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.libraries.cells.Reject;
import org.escale.spi.directory.CompanyRecord;
import org.escale.spi.directory.Cursor;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.PersonRecord;
import org.escale.spi.directory.Reading;

/**
 * The files of one platform. A cursor is the digest of what stood there: as long as it is the same,
 * nothing changed, else all is read. Safe for many threads.
 */
final class CsvLink implements DirectoryLink {
  private static final String COMPANIES = "companies";
  private static final String PEOPLE = "people";

  private final Line line;
  private final Folder folder;
  private final Charset charset;
  private final boolean ofCompanies;

  CsvLink(Line line, Folder folder, Charset charset, boolean ofCompanies) {
    this.line = line;
    this.folder = folder;
    this.charset = charset;
    this.ofCompanies = ofCompanies;
  }

  /** Both files, the first of them empty where companies are not brought. */
  private static final class Content {
    private final byte[] companies;
    private final byte[] people;

    Content(byte[] companies, byte[] people) {
      this.companies = companies;
      this.people = people;
    }

    Cursor cursor() {
      try {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((companies.length + ";").getBytes(UTF_8));
        digest.update(companies);
        digest.update(people);
        return new Cursor("1;" + HexFormat.of().formatHex(digest.digest()));
      } catch (NoSuchAlgorithmException never) {
        throw new IllegalStateException(never);
      }
    }
  }

  @Override
  public Reading all() throws DirectoryException {
    return line.ask(() -> reading(content()));
  }

  @Override
  public Optional<Reading> changes(Cursor since) throws DirectoryException {
    return line.ask(() -> content().cursor()).equals(since)
        ? Optional.of(new Reading(List.of(), List.of(), Set.of(), false, since))
        : Optional.empty();
  }

  @Override
  public void close() {
    line.close();
  }

  private Content content() throws IOException, DirectoryException {
    var companies = ofCompanies ? folder.read(COMPANIES + ".csv") : new byte[0];
    return new Content(companies, folder.read(PEOPLE + ".csv"));
  }

  private Reading reading(Content content) throws IOException, DirectoryException {
    var companies =
        ofCompanies
            ? sheet(COMPANIES, content.companies, Companies.NEEDED, new Companies())
            : Sheet.of(List.<Row>of(), new Companies());
    var whose = new People(ofCompanies);
    var people = sheet(PEOPLE, content.people, whose.needed(), whose);
    return reading(companies, people, content.cursor());
  }

  private static Reading reading(
      Sheet<CompanyRecord> companies, Sheet<PersonRecord> people, Cursor next)
      throws DirectoryException {
    if (companies.records().size() + people.records().size() > Reading.MOST) {
      throw new DirectoryException(Trouble.FLOODED, "more than " + Reading.MOST + " entries");
    }
    var whole = companies.whole() && people.whole();
    return new Reading(companies.records(), people.records(), Set.of(), whole, next);
  }

  private <T> Sheet<T> sheet(String name, byte[] content, Set<String> needed, Sheet.Maker<T> maker)
      throws IOException, DirectoryException {
    var sheet = Sheet.of(Sheet.rows(content, charset, needed), maker);
    var rejects = name + ".rejects.csv";
    if (sheet.rejects().isEmpty()) {
      folder.remove(rejects);
    } else {
      folder.write(rejects, Reject.file(sheet.rejects()));
    }
    if (sheet.hopeless()) {
      throw Sheet.garbled("in/" + name + ".csv is not used: its rows cannot be read");
    }
    return sheet;
  }
}
