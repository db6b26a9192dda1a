package org.escale.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.util.Map;
import org.escale.spi.directory.DirectoryException;

/**
 * What is asked for.
 *
 * @param page entries of one page
 */
record Wanted(String base, Filter filter, Names names, int page) {
  private static final int LEAST = 10;
  private static final int MOST = 1000;

  /** What the directory calls what we keep. */
  record Names(String id, String changed, String name, String mail, String group, String language) {
    String[] all() {
      return new String[] {id, changed, name, mail, group, language};
    }
  }

  static Wanted of(Map<String, String> settings) throws DirectoryException {
    return new Wanted(
        Checks.dn(settings, LdapDirectory.BASE),
        Checks.filter(settings, LdapDirectory.FILTER),
        new Names(
            Checks.attribute(settings, LdapDirectory.ID),
            Checks.attribute(settings, LdapDirectory.CHANGED),
            Checks.attribute(settings, LdapDirectory.NAME),
            Checks.attribute(settings, LdapDirectory.MAIL),
            Checks.attribute(settings, LdapDirectory.GROUP),
            Checks.attribute(settings, LdapDirectory.LANGUAGE)),
        Checks.number(settings, LdapDirectory.PAGE, LEAST, MOST));
  }

  /** Those who changed at that time or later. */
  Filter changedSince(String time) {
    return Filter.createANDFilter(filter, Filter.createGreaterOrEqualFilter(names.changed(), time));
  }
}
