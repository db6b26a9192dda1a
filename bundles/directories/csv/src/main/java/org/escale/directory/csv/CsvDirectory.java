package org.escale.directory.csv;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.Setting;
import org.osgi.service.component.annotations.Component;

/** Brings across the companies and people that another platform exports into a folder. */
@Component
public final class CsvDirectory implements DirectoryAdapter {
  static final String FOLDER = "folder";
  static final String CHARSET = "charset";
  static final String COMPANIES = "companies";

  private static final List<Setting> SETTINGS =
      List.of(
          Setting.needed(FOLDER, "Folder that holds the folders in and out: file:///folder."),
          Setting.preset(CHARSET, "utf-8 or windows-1252.", "utf-8"),
          Setting.preset(
              COMPANIES,
              "Whether in/companies.csv brings companies; in/people.csv then says who is whose.",
              "false"));

  @Override
  public String kind() {
    return "csv";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public DirectoryLink open(DirectoryConfig config) throws DirectoryException {
    var settings = config.checked(SETTINGS);
    var folder = new Folder(place(settings.get(FOLDER)));
    var charset = Charset.forName(oneOf(settings, CHARSET, Set.of("utf-8", "windows-1252")));
    var companies = oneOf(settings, COMPANIES, Set.of("true", "false")).equals("true");
    return new CsvLink(new Line(config.deadline()), folder, charset, companies);
  }

  private static Path place(String text) throws DirectoryException {
    try {
      var place = new URI(text);
      if ("file".equals(place.getScheme()) && place.getAuthority() == null) {
        return Path.of(place);
      }
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException odd) {
      // refused below, without repeating it
    }
    throw wrong(FOLDER, "is not file:///folder");
  }

  private static String oneOf(Map<String, String> settings, String name, Set<String> values)
      throws DirectoryException {
    if (!values.contains(settings.get(name))) {
      throw wrong(name, "is one of " + values);
    }
    return settings.get(name);
  }

  private static DirectoryException wrong(String name, String what) {
    return new DirectoryException(Trouble.SETTING, "the setting " + name + " " + what);
  }
}
