# The end of packaging/symtrack.spec on a Mac: the folder as symtrack.app. NOT TRIED: nobody of us had a Mac for it.
# It runs inside the recipe, which is where `folder`, `ICONS` and PyInstaller's BUNDLE come from.
from symtrack import __version__

DIARY = "org.symtrack.diary"

app = BUNDLE(  # noqa: F821
    folder,  # noqa: F821
    name="symtrack.app",
    icon=str(ICONS / "symtrack.icns"),  # noqa: F821
    bundle_identifier="org.symtrack.symtrack",
    version=__version__,
    info_plist={
        "CFBundleDisplayName": "symtrack",
        "LSApplicationCategoryType": "public.app-category.medical",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "symtrack diary",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [DIARY],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": DIARY,
                "UTTypeDescription": "symtrack diary",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["symtrack"]},
            }
        ],
    },
)
