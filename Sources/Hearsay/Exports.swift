@_exported public import Dossier
@_exported public import Language
@_exported public import Reading
@_exported public import Reports
@_exported public import Stories
