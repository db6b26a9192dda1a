package org.escale.directory.ldap;

import java.util.List;
import java.util.Optional;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.Setting;
import org.osgi.service.component.annotations.Component;

/** Brings a company's employees across from its LDAP directory, and keeps them in step. */
@Component
public final class LdapDirectory implements DirectoryAdapter {
  static final String URL = "url";
  static final String BIND_DN = "bindDn";
  static final String PASSWORD = "password";
  static final String BASE = "base";
  static final String FILTER = "filter";
  static final String CERTIFICATE = "certificate";
  static final String ID = "id";
  static final String CHANGED = "changed";
  static final String NAME = "name";
  static final String MAIL = "mail";
  static final String GROUP = "group";
  static final String LANGUAGE = "language";
  static final String PAGE = "page";
  static final String LOCAL_TOO = "localToo";

  private static final List<Setting> SETTINGS =
      List.of(
          Setting.needed(
              URL, "ldaps://host:636, or ldap://host:389 with StartTLS; never without TLS."),
          Setting.needed(BIND_DN, "Distinguished name of an account that may read."),
          Setting.secret(PASSWORD, "Its password."),
          Setting.needed(BASE, "Distinguished name below which the employees stand."),
          Setting.preset(
              FILTER, "Who of them works there now, as a filter.", "(objectClass=inetOrgPerson)"),
          new Setting(
              CERTIFICATE,
              "Certificate in PEM form that is trusted beside the usual ones.",
              false,
              Optional.of("")),
          Setting.preset(ID, "Attribute that stays for ever.", "entryUUID"),
          Setting.preset(CHANGED, "Attribute of the last change.", "modifyTimestamp"),
          Setting.preset(NAME, "Attribute of the name.", "cn"),
          Setting.preset(MAIL, "Attribute of the address.", "mail"),
          Setting.preset(GROUP, "Attribute of the group that rights hang on.", "departmentNumber"),
          Setting.preset(LANGUAGE, "Attribute of the language.", "preferredLanguage"),
          Setting.preset(PAGE, "Entries of one page, 10 to 1000.", "500"),
          Setting.preset(
              LOCAL_TOO, "Whether addresses of this machine and its cable are meant.", "false"));

  @Override
  public String kind() {
    return "ldap";
  }

  @Override
  public List<Setting> settings() {
    return SETTINGS;
  }

  @Override
  public DirectoryLink open(DirectoryConfig config) throws DirectoryException {
    var settings = config.checked(SETTINGS);
    return new LdapLink(Entrance.of(settings, config.deadline()), Wanted.of(settings), new Watch());
  }
}
