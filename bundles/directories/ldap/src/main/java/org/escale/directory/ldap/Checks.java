package org.escale.directory.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Map;
import java.util.regex.Pattern;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;

/** Reads settings, and names the one that cannot work. */
final class Checks {
  private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9;-]{0,63}");

  private Checks() {}

  static String dn(Map<String, String> settings, String name) throws DirectoryException {
    var text = settings.get(name);
    if (text.isBlank() || !DN.isValidDN(text)) {
      throw wrong(name, "is no distinguished name");
    }
    return text;
  }

  static Filter filter(Map<String, String> settings, String name) throws DirectoryException {
    try {
      return Filter.create(settings.get(name));
    } catch (LDAPException e) {
      throw wrong(name, "is no filter");
    }
  }

  static String attribute(Map<String, String> settings, String name) throws DirectoryException {
    var text = settings.get(name);
    if (!ATTRIBUTE.matcher(text).matches()) {
      throw wrong(name, "is no attribute");
    }
    return text;
  }

  static int number(Map<String, String> settings, String name, int least, int most)
      throws DirectoryException {
    var text = settings.get(name);
    var number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw wrong(name, "is " + least + " to " + most);
    }
    return number;
  }

  static boolean yes(Map<String, String> settings, String name) throws DirectoryException {
    var text = settings.get(name);
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(name, "is true or false");
    }
    return text.equals("true");
  }

  static DirectoryException wrong(String name, String what) {
    return new DirectoryException(Trouble.SETTING, "the setting " + name + " " + what);
  }
}
