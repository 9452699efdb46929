"""What boto3 asks of each operation of KMS, and of each paginator: one function for each, named after it.

Says, for each that this boto3 has, one line of JSON: {"row", "fault"}, where a fault of null is none. What is checked
of keys and signatures is computed here with the standard library, so that no second package is needed.
"""

import hashlib
import hmac
import json
import os
import sys
import traceback
import urllib.request

import boto3
import botocore

URL = os.environ["AWS_ENDPOINT_URL_KMS"]
GRANTEE = "arn:aws:iam::111122223333:role/AppRole"
DAY = 86_400

asked = set()
faults = []


def shape_faults(at, shape, value):
    """Required members that are missing, and values that the model does not have."""
    if shape.type_name == "structure":
        for name in shape.required_members:
            if name not in value:
                yield f"{at}.{name} is missing"
        for name, item in value.items():
            if name in shape.members:
                yield from shape_faults(f"{at}.{name}", shape.members[name], item)
    elif shape.type_name == "list":
        for item in value:
            yield from shape_faults(at, shape.member, item)
    elif getattr(shape, "enum", None) and value not in shape.enum:
        yield f"{at} is {value}, which the model does not have"


def hold(http_response, parsed, model, **_):
    if http_response.status_code == 200:
        asked.add(model.name)
        if model.output_shape:
            faults.extend(shape_faults(model.name, model.output_shape, parsed))


def client(region):
    made = boto3.client("kms", region_name=region, endpoint_url=URL)
    made.meta.events.register("after-call.kms", hold)
    return made


kms = client("eu-west-1")
far = client("eu-central-1")


def door(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{URL}/_lab/{path}", data, {"Content-Type": "application/json"})
    return json.load(urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request))


def travel(seconds):
    door("clock", {"advanceSeconds": seconds})


def key(at=kms, **members):
    return at.create_key(**members)["KeyMetadata"]["KeyId"]


def state(key_id):
    return kms.describe_key(KeyId=key_id)["KeyMetadata"]["KeyState"]


def equal(one, other):
    if one != other:
        raise AssertionError(f"{one!r} is not {other!r}")


def refused(name, call, **members):
    try:
        call(**members)
    except getattr(kms.exceptions, name) as error:
        equal(error.response["Error"]["Code"], name)
        return
    raise AssertionError(f"was answered, not refused with {name}")


def der(data, at=0):
    """One element of DER: its content, and where the next one begins."""
    length, start = data[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        length, start = int.from_bytes(data[start : start + size], "big"), start + size
    return data[start : start + length], start + length


def rsa_numbers(spki):
    outer, _ = der(spki)
    _, at = der(outer)
    bits, _ = der(outer, at)
    numbers, _ = der(bits[1:])
    modulus, at = der(numbers)
    exponent, _ = der(numbers, at)
    n = int.from_bytes(modulus, "big")
    return n, int.from_bytes(exponent, "big"), (n.bit_length() + 7) // 8


def mgf1(seed, length):
    rounds = range(-(-length // 32))
    return b"".join(hashlib.sha256(seed + i.to_bytes(4, "big")).digest() for i in rounds)[:length]


def xor(one, other):
    return bytes(a ^ b for a, b in zip(one, other))


def oaep(spki, message):
    """RSAES-OAEP with SHA-256, RFC 8017 section 7.1.1."""
    n, e, size = rsa_numbers(spki)
    padding = bytes(size - len(message) - 66)
    block = hashlib.sha256(b"").digest() + padding + b"\x01" + message
    seed = os.urandom(32)
    masked = xor(block, mgf1(seed, len(block)))
    encoded = b"\x00" + xor(seed, mgf1(masked, 32)) + masked
    return pow(int.from_bytes(encoded, "big"), e, n).to_bytes(size, "big")


def signed_with_pkcs1(spki, message, signature):
    """RSASSA-PKCS1-v1_5 with SHA-256, RFC 8017 section 8.2.2."""
    n, e, size = rsa_numbers(spki)
    info = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(message).digest()
    wanted = b"\x00\x01" + b"\xff" * (size - len(info) - 3) + b"\x00" + info
    return pow(int.from_bytes(signature, "big"), e, n).to_bytes(size, "big") == wanted


FOR_GOOD = {"ExpirationModel": "KEY_MATERIAL_DOES_NOT_EXPIRE"}


def load(key_id, material, **members):
    given = kms.get_parameters_for_import(
        KeyId=key_id, WrappingAlgorithm="RSAES_OAEP_SHA_256", WrappingKeySpec="RSA_2048"
    )
    return kms.import_key_material(
        KeyId=key_id,
        ImportToken=given["ImportToken"],
        EncryptedKeyMaterial=oaep(given["PublicKey"], material),
        **(members or FOR_GOOD),
    )


def imported(material, **members):
    made = key(Origin="EXTERNAL", **members)
    load(made, material)
    return made


def store(name):
    secret = "a" * 43
    path = f"/{name}/kms/xks/v1"
    proxy = {"endpoint": "https://xks.example.com", "path": path}
    credential = {"AccessKeyId": "ABCDEFGHIJKLMNOPQRST", "RawSecretAccessKey": secret}
    door("outside", {"proxy": {**proxy, "accessKeyId": "ABCDEFGHIJKLMNOPQRST", "secretAccessKey": secret}})
    return kms.create_custom_key_store(
        CustomKeyStoreName=name,
        CustomKeyStoreType="EXTERNAL_KEY_STORE",
        XksProxyConnectivity="PUBLIC_ENDPOINT",
        XksProxyUriEndpoint=proxy["endpoint"],
        XksProxyUriPath=path,
        XksProxyAuthenticationCredential=credential,
    )["CustomKeyStoreId"]


def connection(store_id):
    found = kms.describe_custom_key_stores(CustomKeyStoreId=store_id)["CustomKeyStores"]
    return found[0]["ConnectionState"]


def grant(key_id, **members):
    return kms.create_grant(KeyId=key_id, GranteePrincipal=GRANTEE, Operations=["Decrypt"], **members)


def CancelKeyDeletion():
    made = key()
    kms.schedule_key_deletion(KeyId=made, PendingWindowInDays=7)
    kms.cancel_key_deletion(KeyId=made)
    equal(state(made), "Disabled")


def ConnectCustomKeyStore():
    made = store("boto-connect")
    kms.connect_custom_key_store(CustomKeyStoreId=made)
    travel(3600)
    equal(connection(made), "CONNECTED")


def CreateAlias():
    made = key()
    kms.create_alias(AliasName="alias/boto-created", TargetKeyId=made)
    equal(kms.describe_key(KeyId="alias/boto-created")["KeyMetadata"]["KeyId"], made)
    refused("AlreadyExistsException", kms.create_alias, AliasName="alias/boto-created", TargetKeyId=made)


def CreateCustomKeyStore():
    equal(connection(store("boto-created")), "DISCONNECTED")


def CreateGrant():
    made = key()
    first, again = grant(made, Name="once"), grant(made, Name="once")
    equal(first["GrantId"], again["GrantId"])
    equal(len(kms.list_grants(KeyId=made)["Grants"]), 1)


def CreateKey():
    made = kms.create_key(Description="é ü 漢 \U0001f511", Tags=[{"TagKey": "Team", "TagValue": "ä"}])
    equal(made["KeyMetadata"]["Description"], "é ü 漢 \U0001f511")
    equal(made["KeyMetadata"]["Origin"], "AWS_KMS")


def Decapsulate():
    made = key(KeySpec="ML_KEM_768", KeyUsage="ENCAPSULATE_DECAPSULATE")
    sent = kms.encapsulate(KeyId=made, EncapsulationAlgorithm="ML_KEM")
    opened = kms.decapsulate(
        KeyId=made,
        EncapsulationAlgorithm="ML_KEM",
        SharedSecretCiphertextBlob=sent["SharedSecretCiphertextBlob"],
    )
    equal(opened["SharedSecret"], sent["SharedSecret"])


def Decrypt():
    made, secret, context = key(), os.urandom(4096), {"größe": "ünï", "aws:x": ""}
    blob = kms.encrypt(KeyId=made, Plaintext=secret, EncryptionContext=context)["CiphertextBlob"]
    equal(kms.decrypt(CiphertextBlob=blob, EncryptionContext=context)["Plaintext"], secret)
    refused("InvalidCiphertextException", kms.decrypt, CiphertextBlob=blob)
    other = key()
    refused(
        "IncorrectKeyException", kms.decrypt, CiphertextBlob=blob, EncryptionContext=context, KeyId=other
    )


def DeleteAlias():
    kms.create_alias(AliasName="alias/boto-to-go", TargetKeyId=key())
    kms.delete_alias(AliasName="alias/boto-to-go")
    refused("NotFoundException", kms.describe_key, KeyId="alias/boto-to-go")


def DeleteCustomKeyStore():
    made = store("boto-to-go")
    kms.delete_custom_key_store(CustomKeyStoreId=made)
    refused("CustomKeyStoreNotFoundException", kms.describe_custom_key_stores, CustomKeyStoreId=made)


def DeleteImportedKeyMaterial():
    material = os.urandom(32)
    made = imported(material)
    blob = kms.encrypt(KeyId=made, Plaintext=b"payroll")["CiphertextBlob"]
    kms.delete_imported_key_material(KeyId=made)
    equal(state(made), "PendingImport")
    refused("KMSInvalidStateException", kms.decrypt, CiphertextBlob=blob)
    refused("IncorrectKeyMaterialException", lambda: load(made, os.urandom(32)))
    load(made, material)
    equal(kms.decrypt(CiphertextBlob=blob)["Plaintext"], b"payroll")


def DeriveSharedSecret():
    ours, theirs = [key(KeySpec="ECC_NIST_P384", KeyUsage="KEY_AGREEMENT") for _ in range(2)]

    def secret(own, other):
        public = kms.get_public_key(KeyId=other)["PublicKey"]
        answer = kms.derive_shared_secret(KeyId=own, KeyAgreementAlgorithm="ECDH", PublicKey=public)
        return answer["SharedSecret"]

    equal(secret(ours, theirs), secret(theirs, ours))


def DescribeCustomKeyStores():
    made = store("boto-described")
    found = kms.describe_custom_key_stores(CustomKeyStoreName="boto-described")["CustomKeyStores"]
    equal([each["CustomKeyStoreId"] for each in found], [made])


def DescribeKey():
    made = key(Origin="EXTERNAL")
    load(made, os.urandom(32), ValidTo=door("clock")["now"] + DAY)
    found = kms.describe_key(KeyId=made)["KeyMetadata"]
    equal(found["ExpirationModel"], "KEY_MATERIAL_EXPIRES")
    travel(DAY + 1)
    equal(state(made), "PendingImport")


def DisableKey():
    made = key()
    kms.disable_key(KeyId=made)
    refused("DisabledException", kms.encrypt, KeyId=made, Plaintext=b"x")


def DisableKeyRotation():
    made = key()
    kms.enable_key_rotation(KeyId=made)
    kms.disable_key_rotation(KeyId=made)
    equal(kms.get_key_rotation_status(KeyId=made)["KeyRotationEnabled"], False)


def DisconnectCustomKeyStore():
    made = store("boto-disconnect")
    kms.connect_custom_key_store(CustomKeyStoreId=made)
    travel(3600)
    kms.disconnect_custom_key_store(CustomKeyStoreId=made)
    travel(3600)
    equal(connection(made), "DISCONNECTED")


def EnableKey():
    made = key()
    kms.disable_key(KeyId=made)
    kms.enable_key(KeyId=made)
    equal(state(made), "Enabled")


def EnableKeyRotation():
    made = key()
    kms.enable_key_rotation(KeyId=made, RotationPeriodInDays=90)
    travel(91 * DAY)
    found = kms.list_key_rotations(KeyId=made)["Rotations"]
    equal([each["RotationType"] for each in found], ["AUTOMATIC"])


def Encapsulate():
    made = key(KeySpec="ML_KEM_512", KeyUsage="ENCAPSULATE_DECAPSULATE")
    sent = kms.encapsulate(KeyId=made, EncapsulationAlgorithm="ML_KEM")
    equal([len(sent["SharedSecret"]), len(sent["SharedSecretCiphertextBlob"])], [32, 768])


def Encrypt():
    made = key(KeySpec="RSA_2048", KeyUsage="ENCRYPT_DECRYPT")
    outside = oaep(kms.get_public_key(KeyId=made)["PublicKey"], b"outside")
    how = {"KeyId": made, "EncryptionAlgorithm": "RSAES_OAEP_SHA_256"}
    inside = kms.encrypt(Plaintext=b"inside", **how)["CiphertextBlob"]
    opened = [kms.decrypt(CiphertextBlob=blob, **how)["Plaintext"] for blob in (outside, inside)]
    equal(opened, [b"outside", b"inside"])


def GenerateDataKey():
    made = kms.generate_data_key(KeyId=key(), KeySpec="AES_256", EncryptionContext={"a": "b"})
    opened = kms.decrypt(CiphertextBlob=made["CiphertextBlob"], EncryptionContext={"a": "b"})
    equal(opened["Plaintext"], made["Plaintext"])


def GenerateDataKeyPair():
    made = kms.generate_data_key_pair(KeyId=key(), KeyPairSpec="RSA_2048")
    opened = kms.decrypt(CiphertextBlob=made["PrivateKeyCiphertextBlob"])
    equal(opened["Plaintext"], made["PrivateKeyPlaintext"])
    modulus = rsa_numbers(made["PublicKey"])[0].to_bytes(256, "big")
    equal(modulus in made["PrivateKeyPlaintext"], True)


def GenerateDataKeyPairWithoutPlaintext():
    made = kms.generate_data_key_pair_without_plaintext(KeyId=key(), KeyPairSpec="RSA_2048")
    equal("PrivateKeyPlaintext" in made, False)
    modulus = rsa_numbers(made["PublicKey"])[0].to_bytes(256, "big")
    equal(modulus in kms.decrypt(CiphertextBlob=made["PrivateKeyCiphertextBlob"])["Plaintext"], True)


def GenerateDataKeyWithoutPlaintext():
    made = kms.generate_data_key_without_plaintext(KeyId=key(), NumberOfBytes=77)
    equal("Plaintext" in made, False)
    equal(len(kms.decrypt(CiphertextBlob=made["CiphertextBlob"])["Plaintext"]), 77)


def GenerateMac():
    material = os.urandom(32)
    made = imported(material, KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")
    mac = kms.generate_mac(KeyId=made, Message=b"payroll", MacAlgorithm="HMAC_SHA_256")["Mac"]
    equal(mac, hmac.new(material, b"payroll", "sha256").digest())


def GenerateRandom():
    draws = [kms.generate_random(NumberOfBytes=count)["Plaintext"] for count in (1, 1024, 1024)]
    equal([len(draw) for draw in draws], [1, 1024, 1024])
    equal(draws[1] == draws[2], False)


def GetKeyLastUsage():
    made = key()
    kms.encrypt(KeyId=made, Plaintext=b"x")
    equal(kms.get_key_last_usage(KeyId=made)["KeyLastUsage"]["Operation"], "Encrypt")


def GetKeyPolicy():
    policy = json.loads(kms.get_key_policy(KeyId=key())["Policy"])
    equal(policy["Statement"][0]["Principal"], {"AWS": "arn:aws:iam::111122223333:root"})


def GetKeyRotationStatus():
    made = key()
    kms.enable_key_rotation(KeyId=made)
    found = kms.get_key_rotation_status(KeyId=made)
    equal([found["KeyRotationEnabled"], found["RotationPeriodInDays"]], [True, 365])


def GetParametersForImport():
    given = kms.get_parameters_for_import(
        KeyId=key(Origin="EXTERNAL"), WrappingAlgorithm="RSAES_OAEP_SHA_1", WrappingKeySpec="RSA_3072"
    )
    equal(rsa_numbers(given["PublicKey"])[2], 384)
    equal(abs(given["ParametersValidTo"].timestamp() - door("clock")["now"] - DAY) < 60, True)


def GetPublicKey():
    found = kms.get_public_key(KeyId=key(KeySpec="RSA_4096", KeyUsage="SIGN_VERIFY"))
    equal(rsa_numbers(found["PublicKey"])[1:], (65_537, 512))


def ImportKeyMaterial():
    made = imported(os.urandom(32))
    equal(state(made), "Enabled")
    refused("IncorrectKeyMaterialException", lambda: load(made, os.urandom(32)))


def ListAliases():
    made = key()
    kms.create_alias(AliasName="alias/boto-listed", TargetKeyId=made)
    found = kms.list_aliases(KeyId=made)["Aliases"]
    equal([each["AliasName"] for each in found], ["alias/boto-listed"])


def ListGrants():
    made = key()
    constraints = {"EncryptionContextSubset": {"tenant": "one"}}
    grant_id = grant(made, Constraints=constraints)["GrantId"]
    found = kms.list_grants(KeyId=made)["Grants"]
    equal([(each["GrantId"], each["Constraints"]) for each in found], [(grant_id, constraints)])


def ListKeyPolicies():
    equal(kms.list_key_policies(KeyId=key())["PolicyNames"], ["default"])


def ListKeyRotations():
    made = key()
    kms.rotate_key_on_demand(KeyId=made)
    travel(60)
    equal([each["RotationType"] for each in kms.list_key_rotations(KeyId=made)["Rotations"]], ["ON_DEMAND"])


def ListKeys():
    made = key()
    equal(made in [each["KeyId"] for each in kms.list_keys(Limit=1000)["Keys"]], True)


def ListResourceTags():
    tags = [{"TagKey": "Team", "TagValue": "Payroll"}]
    equal(kms.list_resource_tags(KeyId=key(Tags=tags))["Tags"], tags)


def ListRetirableGrants():
    auditor = "arn:aws:iam::111122223333:role/Auditor"
    grant_id = grant(key(), RetiringPrincipal=auditor)["GrantId"]
    found = kms.list_retirable_grants(RetiringPrincipal=auditor)["Grants"]
    equal([each["GrantId"] for each in found], [grant_id])


def PutKeyPolicy():
    made = key()
    changed = kms.get_key_policy(KeyId=made)["Policy"].replace("Enable IAM User Permissions", "Mine")
    kms.put_key_policy(KeyId=made, Policy=changed)
    equal(kms.get_key_policy(KeyId=made)["Policy"], changed)
    refused("MalformedPolicyDocumentException", kms.put_key_policy, KeyId=made, Policy="{")


def ReEncrypt():
    before, after = key(), key()
    blob = kms.encrypt(KeyId=before, Plaintext=b"x", EncryptionContext={"a": "1"})["CiphertextBlob"]
    moved = kms.re_encrypt(
        CiphertextBlob=blob,
        SourceEncryptionContext={"a": "1"},
        DestinationKeyId=after,
        DestinationEncryptionContext={"a": "2"},
    )
    opened = kms.decrypt(CiphertextBlob=moved["CiphertextBlob"], EncryptionContext={"a": "2"})
    equal([opened["Plaintext"], opened["KeyId"]], [b"x", moved["KeyId"]])


def ReplicateKey():
    made = key(MultiRegion=True)
    there = kms.replicate_key(KeyId=made, ReplicaRegion="eu-central-1")["ReplicaKeyMetadata"]
    equal(there["MultiRegionConfiguration"]["MultiRegionKeyType"], "REPLICA")
    travel(600)
    blob = kms.encrypt(KeyId=made, Plaintext=b"far")["CiphertextBlob"]
    equal(far.decrypt(CiphertextBlob=blob)["Plaintext"], b"far")


def RetireGrant():
    made = key()
    kms.retire_grant(GrantToken=grant(made)["GrantToken"])
    equal(kms.list_grants(KeyId=made)["Grants"], [])


def RevokeGrant():
    made = key()
    kms.revoke_grant(KeyId=made, GrantId=grant(made)["GrantId"])
    equal(kms.list_grants(KeyId=made)["Grants"], [])


def RotateKeyOnDemand():
    made = key()
    old = kms.encrypt(KeyId=made, Plaintext=b"old")["CiphertextBlob"]
    first = kms.describe_key(KeyId=made)["KeyMetadata"]["CurrentKeyMaterialId"]
    kms.rotate_key_on_demand(KeyId=made)
    travel(60)
    second = kms.describe_key(KeyId=made)["KeyMetadata"]["CurrentKeyMaterialId"]
    equal(first == second, False)
    new = kms.encrypt(KeyId=made, Plaintext=b"new")["CiphertextBlob"]
    equal([kms.decrypt(CiphertextBlob=blob)["KeyMaterialId"] for blob in (old, new)], [first, second])


def ScheduleKeyDeletion():
    made = key()
    kms.schedule_key_deletion(KeyId=made, PendingWindowInDays=7)
    equal(state(made), "PendingDeletion")
    travel(8 * DAY)
    refused("NotFoundException", kms.describe_key, KeyId=made)


def Sign():
    made = key(KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")
    how = {"KeyId": made, "Message": b"payroll", "SigningAlgorithm": "RSASSA_PKCS1_V1_5_SHA_256"}
    signature = kms.sign(**how)["Signature"]
    public = kms.get_public_key(KeyId=made)["PublicKey"]
    equal(signed_with_pkcs1(public, b"payroll", signature), True)
    equal(signed_with_pkcs1(public, b"Payroll", signature), False)


def TagResource():
    made = key(Tags=[{"TagKey": "a", "TagValue": "1"}])
    kms.tag_resource(KeyId=made, Tags=[{"TagKey": "a", "TagValue": "2"}])
    equal(kms.list_resource_tags(KeyId=made)["Tags"], [{"TagKey": "a", "TagValue": "2"}])


def UntagResource():
    made = key(Tags=[{"TagKey": "a", "TagValue": "1"}])
    kms.untag_resource(KeyId=made, TagKeys=["a"])
    equal(kms.list_resource_tags(KeyId=made)["Tags"], [])


def UpdateAlias():
    first, second = key(), key()
    kms.create_alias(AliasName="alias/boto-moves", TargetKeyId=first)
    kms.update_alias(AliasName="alias/boto-moves", TargetKeyId=second)
    equal(kms.describe_key(KeyId="alias/boto-moves")["KeyMetadata"]["KeyId"], second)


def UpdateCustomKeyStore():
    made = store("boto-before")
    kms.update_custom_key_store(CustomKeyStoreId=made, NewCustomKeyStoreName="boto-after")
    found = kms.describe_custom_key_stores(CustomKeyStoreId=made)["CustomKeyStores"]
    equal(found[0]["CustomKeyStoreName"], "boto-after")


def UpdateKeyDescription():
    made = key(Description="before")
    kms.update_key_description(KeyId=made, Description="after")
    equal(kms.describe_key(KeyId=made)["KeyMetadata"]["Description"], "after")


def UpdatePrimaryRegion():
    made = key(MultiRegion=True)
    kms.replicate_key(KeyId=made, ReplicaRegion="eu-central-1")
    travel(600)
    kms.update_primary_region(KeyId=made, PrimaryRegion="eu-central-1")
    travel(600)
    kinds = [
        at.describe_key(KeyId=made)["KeyMetadata"]["MultiRegionConfiguration"]["MultiRegionKeyType"]
        for at in (kms, far)
    ]
    equal(kinds, ["REPLICA", "PRIMARY"])


def Verify():
    made = key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")
    how = {"KeyId": made, "Message": b"payroll", "SigningAlgorithm": "ECDSA_SHA_256"}
    signature = kms.sign(**how)["Signature"]
    equal(kms.verify(Signature=signature, **how)["SignatureValid"], True)
    how["Message"] = b"Payroll"
    refused("KMSInvalidSignatureException", kms.verify, Signature=signature, **how)


def VerifyMac():
    made = key(KeySpec="HMAC_512", KeyUsage="GENERATE_VERIFY_MAC")
    how = {"KeyId": made, "Message": b"payroll", "MacAlgorithm": "HMAC_SHA_512"}
    mac = kms.generate_mac(**how)["Mac"]
    equal(kms.verify_mac(Mac=mac, **how)["MacValid"], True)
    refused("KMSInvalidMacException", kms.verify_mac, Mac=mac[1:], **how)


def pages(paginator, member, **members):
    """Reads in pages of three. Gives the size of each page, and whether every entry came once."""
    found = list(kms.get_paginator(paginator).paginate(PaginationConfig={"PageSize": 3}, **members))
    entries = [str(entry) for page in found for entry in page[member]]
    equal(len(entries), len(set(entries)))
    return [len(page[member]) for page in found if page[member]]


def paginate_describe_custom_key_stores():
    there = len(kms.describe_custom_key_stores()["CustomKeyStores"])
    for number in range(there, 7):
        store(f"boto-page-{number}")
    equal(pages("describe_custom_key_stores", "CustomKeyStores")[:2], [3, 3])


def paginate_list_aliases():
    made = key()
    for number in range(7):
        kms.create_alias(AliasName=f"alias/boto-page-{number}", TargetKeyId=made)
    equal(pages("list_aliases", "Aliases", KeyId=made), [3, 3, 1])


def paginate_list_grants():
    made = key()
    for number in range(7):
        grant(made, Name=f"page-{number}")
    equal(pages("list_grants", "Grants", KeyId=made), [3, 3, 1])


def paginate_list_key_policies():
    equal(pages("list_key_policies", "PolicyNames", KeyId=key()), [1])


def paginate_list_key_rotations():
    made = key()
    for _ in range(7):
        kms.rotate_key_on_demand(KeyId=made)
        travel(60)
    equal(pages("list_key_rotations", "Rotations", KeyId=made), [3, 3, 1])


def paginate_list_keys():
    for _ in range(7):
        key()
    sizes = pages("list_keys", "Keys")
    equal(sum(sizes) >= 7 and set(sizes[:-1]) == {3}, True)


def paginate_list_resource_tags():
    made = key(Tags=[{"TagKey": f"t{number}", "TagValue": ""} for number in range(7)])
    equal(pages("list_resource_tags", "Tags", KeyId=made), [3, 3, 1])


def paginate_list_retirable_grants():
    custodian = "arn:aws:iam::111122223333:role/KeyCustodian"
    for _ in range(7):
        grant(key(), RetiringPrincipal=custodian)
    equal(pages("list_retirable_grants", "Grants", RetiringPrincipal=custodian), [3, 3, 1])


def run(row):
    asked.clear()
    faults.clear()
    work = globals().get(row)
    if work is None:
        return "no row here asks this"
    try:
        work()
    except Exception:
        return traceback.format_exc()
    if not row.startswith("paginate_") and row not in asked:
        return "was never answered"
    return "; ".join(faults) or None


def rows():
    names = kms.meta.service_model.operation_names
    snake = {name: botocore.xform_name(name) for name in names}
    return list(names), [f"paginate_{snake[name]}" for name in names if kms.can_paginate(snake[name])]


if __name__ == "__main__":
    for each in sum(rows(), []):
        print(json.dumps({"row": each, "fault": run(each)}), flush=True)
