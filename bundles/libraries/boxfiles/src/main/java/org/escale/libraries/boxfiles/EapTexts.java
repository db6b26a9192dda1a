package org.escale.libraries.boxfiles;

/**
 * How the FreeRADIUS of a box ends 802.1X: a tunnel with the box's certificate for devices, and
 * what is inside is asked of the agent as a name and a key. So keys in clear are on the box only.
 */
final class EapTexts {
  /** Into the modules. */
  static final String MODULES =
      """
        mschap {
          use_mppe = no
        }
        eap {
          default_eap_type = ttls
          timer_expire = 30
          ignore_unknown_eap_types = no
          max_sessions = 1024
          tls-config devices {
            private_key_file = "@{keys}/devices.key"
            certificate_file = "@{keys}/devices.pem"
            tls_min_version = "1.2"
            tls_max_version = "1.2"
            cipher_list = "HIGH:!aNULL:!MD5:!3DES"
            ecdh_curve = "prime256v1"
            cache {
              enable = no
            }
          }
          ttls {
            tls = devices
            default_eap_type = mschapv2
            copy_request_to_tunnel = no
            use_tunneled_reply = yes
            virtual_server = inner
          }
          peap {
            tls = devices
            default_eap_type = mschapv2
            copy_request_to_tunnel = no
            use_tunneled_reply = yes
            proxy_tunneled_request_as_eap = no
            virtual_server = inner
          }
          mschapv2 {
          }
        }
      """;

  /** Into the server that gear asks. */
  static final String OUTER =
      """
        authorize {
          if (EAP-Message) {
            eap {
              ok = return
            }
          }
          else {
            update control {
              Proxy-To-Realm := "hub"
            }
          }
        }
        authenticate {
          eap
        }
        post-proxy {
          eap
        }
        post-auth {
          # What came from inside is signed anew, and first
          update reply {
            Proxy-State !* ANY
            Message-Authenticator !* ANY
            Message-Authenticator ^= 0x00000000000000000000000000000000
          }
          Post-Auth-Type REJECT {
            eap
          }
        }
      """;

  /** The server that is asked about what is inside. */
  static final String INNER =
      """
      server inner {
        authorize {
          if (!(&User-Name =~ /^[^@ ]{1,128}(@[a-zA-Z0-9.-]{1,120})?$/)) {
            reject
          }
          update request {
            Calling-Station-Id := &outer.request:Calling-Station-Id
            NAS-Identifier := &outer.request:NAS-Identifier
          }
          update control {
            Proxy-To-Realm := "hub"
          }
          eap {
            ok = return
          }
        }
        authenticate {
          eap
          mschap
        }
        post-proxy {
          eap
        }
      }
      """;

  private EapTexts() {}
}
