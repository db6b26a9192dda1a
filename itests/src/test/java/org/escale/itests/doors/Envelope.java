package org.escale.itests.doors;

/** A SOAP message by hand, so that no library can be wrong on both sides alike. */
public final class Envelope {
  static final String NAMESPACE = "urn:escale:federation:1";
  private static final String TEXT =
      """
      <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:f="%s"><s:Header>
      <w:Security s:mustUnderstand="1" xmlns:w="http://docs.oasis-open.org/wss/2004/01/\
      oasis-200401-wss-wssecurity-secext-1.0.xsd"><w:UsernameToken><w:Username>test</w:Username>
      <w:Password>%s</w:Password></w:UsernameToken></w:Security></s:Header>
      <s:Body><f:%s>%s</f:%s></s:Body></s:Envelope>""";

  private Envelope() {}

  /** The message of that operation, with elements of the prefix {@code f}. */
  public static String of(String token, String operation, String elements) {
    return TEXT.formatted(NAMESPACE, token, operation, elements, operation);
  }
}
