package org.escale.libraries.boxfiles;

/** A certificate that nobody holds the key of. */
final class Authority {
  /** In one line. */
  static final String BASE64 =
      "MIIBfDCCASGgAwIBAgIUY3EG4s/L4/lT7FKTqb3PyDakrZIwCgYIKoZIzj0EAwIwEjEQMA4GA1UE"
          + "AwwHZGV2aWNlczAgFw0yNjExMjMxMTE3MzlaGA8yMDUxMDcxNTExMTczOVowEjEQMA4GA1UEAwwH"
          + "ZGV2aWNlczBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJNXiM363DxfFQyTzdDbb8l08gJobDJN"
          + "vp30wMjfvqw9L0HfxJBxZCXrzcWHvLCfIB7TyH6hfbacP1SzgcYUC7+jUzBRMB0GA1UdDgQWBBS+"
          + "hsagvNm+IUYLsxGSiCpsCngWmjAfBgNVHSMEGDAWgBS+hsagvNm+IUYLsxGSiCpsCngWmjAPBgNV"
          + "HRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQDaKFPf1RHiyjcu61axU0mXZyHPWODqPWXd"
          + "xP1uwr4AagIhAN1rTPbLcWF0Vu7f+RrHmSpMaadDZcrLlk+sJiQ0zCYq";

  /** As PEM. */
  static final String PEM =
      "-----BEGIN CERTIFICATE-----\n" + BASE64 + "\n-----END CERTIFICATE-----\n";

  private Authority() {}
}
