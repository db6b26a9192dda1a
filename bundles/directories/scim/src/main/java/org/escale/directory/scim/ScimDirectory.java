package org.escale.directory.scim;

import java.util.List;
import java.util.Optional;
import org.escale.libraries.wire.Wire;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.Setting;
import org.osgi.service.component.annotations.Component;

/** Brings a company's people across from another platform's SCIM 2.0 server. */
@Component
public final class ScimDirectory implements DirectoryAdapter {
  static final String URL = "url";
  static final String TOKEN = "token";
  static final String FILTER = "filter";
  static final String GROUP = "group";
  static final String PAGE = "page";
  static final String LOCAL_TOO = "localToo";

  private static final int LARGEST = 16_000_000;
  private static final List<Setting> SETTINGS =
      List.of(
          Setting.needed(URL, "https://host/scim/v2: where Users and Groups lie."),
          Setting.secret(TOKEN, "Bearer token of an account that may read."),
          new Setting(
              FILTER,
              "Who of them works there, as a filter of SCIM; empty for all.",
              false,
              Optional.of("")),
          Setting.preset(
              GROUP,
              "Where the group stands that rights hang on: groups, department or none.",
              "groups"),
          Setting.preset(PAGE, "People of one page, 10 to 1000.", "100"),
          Setting.preset(
              LOCAL_TOO,
              "Whether addresses of this machine and its cable are meant, and http.",
              "false"));

  private final Wire wire = new Wire(LARGEST);

  @Override
  public String kind() {
    return "scim";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public DirectoryLink open(DirectoryConfig config) throws DirectoryException {
    var entrance = Entrance.of(config.checked(SETTINGS), config.deadline());
    return new ScimLink(wire, entrance);
  }
}
